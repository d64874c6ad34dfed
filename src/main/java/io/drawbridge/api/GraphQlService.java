package io.drawbridge.api;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.schema.GraphQLSchema;
import graphql.validation.QueryComplexityLimits;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Answers GraphQL requests from the published snapshot; for any front door, and safe for many threads at once. */
public final class GraphQlService implements AutoCloseable {

  private final GraphQLSchema schema;
  private final GraphQL engine;
  private final ImageSource source;
  private final Limits limits;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("request-deadlines").factory());

  public GraphQlService(List<QueryModule> modules, ImageSource source, Limits limits) {
    this.source = source;
    this.limits = limits;
    schema = Schema.of(modules);
    var failures = new FieldFailures();
    engine =
        GraphQL.newGraphQL(schema)
            .defaultDataFetcherExceptionHandler(failures)
            .mutationExecutionStrategy(new GuardedMutations(failures))
            .instrumentation(new MaxQueryComplexityInstrumentation(limits.complexity(), new FieldCosts()))
            .build();
  }

  /** The schema's SDL. */
  public String sdl() {
    return Schema.print(schema);
  }

  public ImageSource source() {
    return source;
  }

  /** Answers one request; blocks the calling thread for at most the limits' deadline, and never throws. */
  public GraphQlAnswer execute(GraphQlRequest request) {
    ExecutionInput input = input(request);
    ScheduledFuture<?> alarm = clock.schedule(input::cancel, limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return answer(engine.execute(input), input.isCancelled());
    } catch (RuntimeException e) {
      return refuse(FieldFailures.unexpected(e));
    } finally {
      alarm.cancel(false);
    }
  }

  /** The answer to a request that never gets as far as the engine. */
  public static GraphQlAnswer refuse(DrawbridgeException reason) {
    return new GraphQlAnswer(ErrorBodies.body(reason.code(), reason.message()), reason.code());
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private ExecutionInput input(GraphQlRequest request) {
    var complexity = QueryComplexityLimits.newLimits().maxDepth(limits.depth()).maxFieldsCount(limits.fields()).build();
    return ExecutionInput.newExecutionInput()
        .query(request.query())
        .operationName(request.operationName())
        .variables(new LinkedHashMap<>(request.variables()))
        .graphQLContext(
            context -> {
              context.of(Permission.class, request.permission());
              context.of(ImageSource.class, source);
              context.of(QueryComplexityLimits.KEY, complexity);
              source.current().ifPresent(published -> context.of(Published.class, published));
            })
        .build();
  }

  private GraphQlAnswer answer(ExecutionResult result, boolean late) {
    Map<String, Object> body = new LinkedHashMap<>();
    List<GraphQLError> errors = result.getErrors();
    if (!errors.isEmpty()) {
      body.put("errors", errors.stream().map(ErrorBodies::entry).toList());
    }
    if (result.isDataPresent()) {
      body.put("data", result.getData());
      return new GraphQlAnswer(body, null);
    }
    ErrorCode code = errors.isEmpty() ? ErrorCode.INTERNAL : Code.of(errors.getFirst());
    if (late) {
      return refuse(new DrawbridgeException(ErrorCode.LIMIT_EXCEEDED, "the request took longer than " + limits.deadline() + ": ask for less"));
    }
    return new GraphQlAnswer(body, code);
  }
}
