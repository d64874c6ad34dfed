package io.drawbridge.analysis;

import java.util.function.LongConsumer;

/** Runs a law over seeded graphs and says which seed broke it. */
public final class Seeds {

  /** How many seeds every build tries, and how many the full run does. */
  public static final int EVERY_BUILD = 200;
  public static final int FULL_RUN = 2_000;

  private Seeds() {}

  public static void upTo(int count, LongConsumer law) {
    for (long seed = 0; seed < count; seed++) {
      try {
        law.accept(seed);
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("the law breaks at seed " + seed, broken);
      }
    }
  }
}
