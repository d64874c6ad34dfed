package io.drawbridge.edge.azure;

import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.Requirement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Puts decisions together. */
public final class Deciding {

  private Deciding() {}

  /** When a decision allows. */
  static Alternatives when(Decision decision) {
    return switch (decision) {
      case Decision.Allowed allowed -> Alternatives.ALWAYS;
      case Decision.Denied denied -> Alternatives.NEVER;
      case Decision.Conditional conditional -> {
        List<Set<Requirement>> of = conditional.alternatives().stream()
            .<Set<Requirement>>map(residual -> new LinkedHashSet<>(residual.requirements())).toList();
        yield new Alternatives(of, conditional.approximated());
      }
    };
  }

  /** The decision that asks for more as well. */
  public static Decision and(Decision decision, List<Requirement> more) {
    return more.isEmpty() || !decision.possible() ? decision : of(when(decision).and(Alternatives.all(more)), decision.by());
  }

  /** Both together. */
  public static Decision and(Decision first, Decision second) {
    if (!first.possible() || !second.possible()) {
      return first.possible() ? second : first;
    }
    return of(when(first).and(when(second)), Stream.concat(first.by().stream(), second.by().stream()).distinct().toList());
  }

  /** One of two ways. */
  static Decision or(Decision first, Decision second) {
    if (first instanceof Decision.Allowed || !second.possible()) {
      return first;
    }
    if (second instanceof Decision.Allowed || !first.possible()) {
      return second;
    }
    return of(when(first).or(when(second)), Stream.concat(first.by().stream(), second.by().stream()).distinct().toList());
  }

  private static Decision of(Alternatives when, List<Ground> by) {
    if (when.isNever()) {
      return new Decision.Denied(false, by);
    }
    return when.isAlways() ? new Decision.Allowed(by) : new Decision.Conditional(when.residuals(), by, when.approximated());
  }
}
