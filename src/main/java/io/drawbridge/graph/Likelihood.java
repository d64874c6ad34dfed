package io.drawbridge.graph;

/**
 * How often a technique works for an attacker who meets its preconditions, in five steps, and what that costs on a path.
 *
 * <p>Costs are integer milli-nats, −1000 · ln p, so that the cheapest path is the likeliest one.
 */
public enum Likelihood {
  /** Nothing to do: it follows from what the attacker already has. */
  CERTAIN(1.0),
  /** One call of an API that the permission names. */
  EASY(0.95),
  /** A few steps, or a change that leaves a trace. */
  LIKELY(0.8),
  /** Needs a known exploit, or luck with the configuration. */
  POSSIBLE(0.5),
  /** Needs an unknown flaw, or somebody's mistake. */
  UNLIKELY(0.1);

  private final double probability;

  Likelihood(double probability) {
    this.probability = probability;
  }

  public double probability() {
    return probability;
  }

  /** The cost in milli-nats. */
  public int cost() {
    return (int) Math.round(-1000 * Math.log(probability));
  }

  /** The probability that a path of this cost works, from 0 to 1. */
  public static double ofCost(long milliNats) {
    return Math.exp(-milliNats / 1000.0);
  }
}
