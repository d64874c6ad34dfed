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

  /** For a clean stop after an owner that died; the server then recovers from its log at the next start. */
  private static final Duration HURRY = Duration.ofSeconds(2);

  /** For a clean stop after an owner that said so: it wrote something before it closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private StandardInputGuard() {}

  /** The main class, then its arguments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("standard-input-guard").start(StandardInputGuard::stopAtEnd);
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
  }

  private static void stopAtEnd() {
    Duration left = wasAnnounced(System.in) ? PATIENCE : HURRY;
    Thread.ofPlatform().daemon().start(() -> {
      try {
        Thread.sleep(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      Runtime.getRuntime().halt(1);
    });
    System.exit(0);
  }

  /** Waits for the end of the input; true when anything came before it. */
  private static boolean wasAnnounced(InputStream input) {
    boolean announced = false;
    try {
      while (input.read() >= 0) {
        announced = true;
      }
    } catch (IOException e) {
      // INVARIANT: an input that cannot be read any more has ended.
    }
    return announced;
  }
}
