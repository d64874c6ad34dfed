package io.drawbridge.store.neo4j;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

/**
 * Runs another program's main class until standard input ends, which it does when the process that holds the other end dies,
 * however it dies.
 *
 * <p>The one class of ours in the child's JVM: it knows nothing but the Java platform, and is packed alone by {@link GuardJar}.
 */
public final class StandardInputGuard {

  /** A clean stop is cut off after this long; the server then recovers from its log at the next start. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private StandardInputGuard() {}

  /** The main class, then its arguments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("standard-input-guard").start(StandardInputGuard::stopAtEnd);
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private static void stopAtEnd() {
    awaitEnd(System.in);
    Thread.ofPlatform().daemon().start(() -> {
      try {
        Thread.sleep(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      Runtime.getRuntime().halt(1);
    });
    System.exit(0);
  }

  private static void awaitEnd(InputStream input) {
    byte[] ignored = new byte[64];
    try {
      while (input.read(ignored) >= 0) {
        // Whatever is sent means that somebody is still there.
      }
    } catch (IOException e) {
      // INVARIANT: an input that cannot be read any more has ended.
    }
  }
}
