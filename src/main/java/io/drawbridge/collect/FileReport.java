package io.drawbridge.collect;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import java.util.List;

/**
 * What became of one input file.
 *
 * @param file its path as the user would type it; an archive's entry follows its archive after {@code !/}
 * @param recognised what was in it, empty unless it was recognised
 * @param message why it was skipped, ambiguous or malformed, and where; never quotes content
 */
public record FileReport(String file, Outcome outcome, List<Recognised> recognised, String message) {

  /** The four ends of a file. */
  public enum Outcome {
    RECOGNISED,
    /** Not a kind of file that is read. */
    SKIPPED,
    /** Several readings fit and nothing decides between them. */
    AMBIGUOUS,
    /** Broken, over a limit, or saying one thing by its name and another by its content. */
    MALFORMED
  }

  /**
   * One operation's share of a file.
   *
   * @param items how many things it lists; one for an answer about a single thing
   */
  public record Recognised(Operation operation, Scope scope, String region, String subject, int items) {}

  public FileReport {
    recognised = List.copyOf(recognised);
  }

  public static FileReport recognised(String file, List<Recognised> what) {
    return new FileReport(file, Outcome.RECOGNISED, what, "");
  }

  public static FileReport skipped(String file, String why) {
    return new FileReport(file, Outcome.SKIPPED, List.of(), why);
  }

  public static FileReport ambiguous(String file, String why) {
    return new FileReport(file, Outcome.AMBIGUOUS, List.of(), why);
  }

  public static FileReport malformed(String file, String where) {
    return new FileReport(file, Outcome.MALFORMED, List.of(), where);
  }
}
