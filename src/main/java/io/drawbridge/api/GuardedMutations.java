package io.drawbridge.api;

import graphql.ExecutionResult;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import io.drawbridge.cloud.ErrorCode;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a mutation only for a request that may change something.
 *
 * <p>Why here: whatever way a document reaches the engine, a mutation passes this strategy, so no front door can forget to ask.
 */
final class GuardedMutations extends AsyncSerialExecutionStrategy {

  GuardedMutations(FieldFailures failures) {
    super(failures);
  }

  @Override
  public CompletableFuture<ExecutionResult> execute(ExecutionContext context, ExecutionStrategyParameters parameters) {
    return switch (permission(context)) {
      case READ_AND_CHANGE -> super.execute(context, parameters);
      case READ_BY_SAFE_METHOD -> throw new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "a mutation is sent by POST");
      case READ ->
          throw new Refusal(ErrorCode.FORBIDDEN, "a mutation needs the token of this start: send it as `x-drawbridge-token`");
    };
  }

  private static Permission permission(ExecutionContext context) {
    Permission permission = context.getGraphQLContext().get(Permission.class);
    return permission == null ? Permission.READ_BY_SAFE_METHOD : permission;
  }
}
