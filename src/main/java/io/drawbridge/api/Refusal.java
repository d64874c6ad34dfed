package io.drawbridge.api;

import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import io.drawbridge.cloud.ErrorCode;

/** Ends the execution of a request before any field runs; an engine's own type, because only that passes through it. */
final class Refusal extends AbortExecutionException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  Refusal(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  @Override
  public ExecutionResult toExecutionResult() {
    return ExecutionResult.newExecutionResult()
        .addError(GraphqlErrorBuilder.newError().message("%s", getMessage()).errorType(new Code(code)).build())
        .build();
  }
}
