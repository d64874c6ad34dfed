package io.drawbridge.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A topic of the tests' own: fields that wait, fail and refuse, and a mutation that counts. */
public final class ProbeModule implements QueryModule {

  private final AtomicInteger count = new AtomicInteger();

  @Override
  public String topic() {
    return "probe";
  }

  /** How often the mutation ran. */
  public int count() {
    return count.get();
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        "Query",
        type ->
            type.dataFetcher("echo", ProbeModule::echo)
                .dataFetcher("fail", _ -> fail("the password is hunter2"))
                .dataFetcher("refuse", _ -> refuse())
                .dataFetcher("snapshot", question -> pinned(question).image().snapshot().value())
                .dataFetcher("again", _ -> new Object()));
    wiring.type("Mutation", type -> type.dataFetcher("count", _ -> count.incrementAndGet()));
  }

  private static Published pinned(DataFetchingEnvironment question) {
    Published published = question.getGraphQlContext().get(Published.class);
    if (published == null) {
      throw new DrawbridgeException(ErrorCode.NO_SNAPSHOT, "nothing was loaded yet: import something");
    }
    return published;
  }

  private static Object echo(DataFetchingEnvironment question) {
    Duration wait = question.getArgument("wait");
    if (wait != null) {
      LockSupport.parkNanos(wait.toNanos());
    }
    String text = question.getArgument("text");
    return text == null ? "" : text;
  }

  private static Object fail(String message) {
    throw new IllegalStateException(message);
  }

  private static Object refuse() {
    throw new DrawbridgeException(ErrorCode.UNKNOWN_ID, "`x` is no node: look for it with `search`");
  }
}
