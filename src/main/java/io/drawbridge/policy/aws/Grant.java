package io.drawbridge.policy.aws;

import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Ground;
import java.util.ArrayList;
import java.util.List;

/**
 * When something is granted, and the statements that say so.
 *
 * @param by none that the others do not need
 */
record Grant(Alternatives when, List<Ground> by) {

  static final Grant NEVER = new Grant(Alternatives.NEVER, List.of());
  static final Grant ALWAYS = new Grant(Alternatives.ALWAYS, List.of());

  Grant {
    by = List.copyOf(by);
  }

  /** Both have to grant. */
  Grant and(Grant other) {
    Alternatives both = when.and(other.when);
    return both.isNever() ? NEVER : new Grant(both, joined(other));
  }

  /** One is enough; one that grants anyway needs no other. */
  Grant or(Grant other) {
    if (when.isAlways() || other.when.isNever()) {
      return this;
    }
    return other.when.isAlways() || when.isNever() ? other : new Grant(when.or(other.when), joined(other));
  }

  private List<Ground> joined(Grant other) {
    if (by.isEmpty() || other.by.isEmpty()) {
      return by.isEmpty() ? other.by : by;
    }
    List<Ground> both = new ArrayList<>(by);
    both.addAll(other.by);
    return both.stream().distinct().toList();
  }
}
