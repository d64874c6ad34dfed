package io.drawbridge.analysis;

import java.time.Duration;
import java.util.List;

/**
 * What a question takes for granted and how far it may go; the same for every question.
 *
 * @param maxHops a step through a capability set is one hop; {@link #ANY_HOPS} for no bound
 * @param deadline after which the answer says what it has and that it stopped early
 */
public record Premises(List<Assumption> assumptions, EdgeClasses classes, int maxHops, Duration deadline) {

  public static final int ANY_HOPS = Integer.MAX_VALUE;

  public static final Premises DEFAULT = new Premises(List.of(), EdgeClasses.DEFAULT, ANY_HOPS, Duration.ofSeconds(30));

  public Premises {
    assumptions = List.copyOf(assumptions);
  }
}
