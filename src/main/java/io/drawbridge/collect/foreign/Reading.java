package io.drawbridge.collect.foreign;

import java.util.List;

/** What one answer in a file turned out to be. */
sealed interface Reading {

  /**
   * One or several operations' answers.
   *
   * @param note what was left out of it, or empty
   */
  record Recognised(List<Found> found, String note) implements Reading {
    public Recognised {
      found = List.copyOf(found);
    }

    Recognised(List<Found> found) {
      this(found, "");
    }
  }

  /** Known, and read by no rule; or nothing that is known at all. */
  record Skipped(String why) implements Reading {}

  /** Several readings fit and nothing decides. */
  record Ambiguous(String why) implements Reading {}

  /** Known, but nothing says whose it is; the other inputs may. */
  record Homeless(String why) implements Reading {}

  /** Broken, or at odds with its name. */
  record Malformed(String where) implements Reading {}
}
