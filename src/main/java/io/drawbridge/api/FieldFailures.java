package io.drawbridge.api;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a field threw into an error for the client: ours as it is, anything else as a reference into the log. */
final class FieldFailures implements DataFetcherExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FieldFailures.class);

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(DataFetcherExceptionHandlerParameters failure) {
    Throwable cause = failure.getException();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    DrawbridgeException told = cause instanceof DrawbridgeException ours ? ours : unexpected(cause);
    var error =
        GraphqlErrorBuilder.newError()
            .message("%s", told.message())
            .path(failure.getPath())
            .location(failure.getSourceLocation())
            .errorType(new Code(told.code()))
            .build();
    return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
  }

  static DrawbridgeException unexpected(Throwable cause) {
    String reference = UUID.randomUUID().toString();
    LOG.error("request failed, reference {}", reference, cause);
    return new DrawbridgeException(ErrorCode.INTERNAL, "the server failed: look for `" + reference + "` in its log");
  }
}
