package io.drawbridge.analysis.containment;

import io.drawbridge.analysis.AttackPath;
import java.util.List;

/**
 * Steps that together cut the attacker off, for one goal.
 *
 * @param cost the sum of the steps' costs under the goal
 * @param lowerBound no plan of these actions that cuts as much costs less
 * @param remaining ways that stay open: empty exactly when the proof is {@link Proof#CUT}
 */
public record ContainmentPlan(
    Goal goal, List<ContainmentStep> steps, long cost, long lowerBound, Proof proof, List<AttackPath> remaining) {

  /** What a plan is to be best at. */
  public enum Goal {
    /** In force soonest. */
    FASTEST,
    /** Breaks the least for the owner. */
    LEAST_DISRUPTION,
    /** Cuts off everything that can be reached, not only what is protected. */
    COMPLETE
  }

  /** What the recomputed graph says after all steps. */
  public enum Proof {
    CUT,
    PARTIAL
  }

  public ContainmentPlan {
    steps = List.copyOf(steps);
    remaining = List.copyOf(remaining);
  }

  /** True when nothing cheaper cuts. */
  public boolean optimal() {
    return proof == Proof.CUT && cost == lowerBound;
  }
}
