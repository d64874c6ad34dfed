package io.drawbridge.collect.foreign;

import java.util.List;

/** What one answer in a file turned out to be. */
sealed interface Reading {

  /** One or several operations' answers. */
  record Recognised(List<Found> found) implements Reading {
    public Recognised {
      found = List.copyOf(found);
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
