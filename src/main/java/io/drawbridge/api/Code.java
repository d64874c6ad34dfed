package io.drawbridge.api;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import io.drawbridge.cloud.ErrorCode;
import java.util.Set;

/** Carries our code through the engine, which knows errors by its own classification only. */
record Code(ErrorCode code) implements ErrorClassification {

  private static final Set<ValidationErrorType> LIMITS =
      Set.of(ValidationErrorType.MaxQueryDepthExceeded, ValidationErrorType.MaxQueryFieldsExceeded);

  /** Our code of any error that the engine hands out. */
  static ErrorCode of(GraphQLError error) {
    if (error instanceof ValidationError invalid && LIMITS.contains(invalid.getValidationErrorType())) {
      return ErrorCode.LIMIT_EXCEEDED;
    }
    return switch (error.getErrorType()) {
      case Code ours -> ours.code;
      case ErrorType.InvalidSyntax, ErrorType.ValidationError, ErrorType.OperationNotSupported -> ErrorCode.INVALID_QUERY;
      case ErrorType.ExecutionAborted -> ErrorCode.LIMIT_EXCEEDED;
      case null, default -> ErrorCode.INTERNAL;
    };
  }
}
