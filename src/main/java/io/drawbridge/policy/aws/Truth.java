package io.drawbridge.policy.aws;

import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Requirement;
import java.util.List;

/**
 * Whether something is so, in three values: when it holds and when it fails.
 *
 * @param holds never: it is not so, whatever the open keys are
 * @param fails never: it is so anyway
 */
record Truth(Alternatives holds, Alternatives fails) {

  static final Truth YES = new Truth(Alternatives.ALWAYS, Alternatives.NEVER);
  static final Truth NO = new Truth(Alternatives.NEVER, Alternatives.ALWAYS);

  static Truth of(boolean certain) {
    return certain ? YES : NO;
  }

  /** Holds if the requirement does. */
  static Truth when(Requirement requirement) {
    return new Truth(Alternatives.all(List.of(requirement)), Alternatives.all(List.of(RequirementText.negate(requirement))));
  }

  Truth and(Truth other) {
    if (isNo() || other.isYes()) {
      return this;
    }
    return other.isNo() || isYes() ? other : new Truth(holds.and(other.holds), fails.or(other.fails));
  }

  Truth or(Truth other) {
    if (isYes() || other.isNo()) {
      return this;
    }
    return other.isYes() || isNo() ? other : new Truth(holds.or(other.holds), fails.and(other.fails));
  }

  Truth not() {
    return new Truth(/* holds= */ fails, /* fails= */ holds);
  }

  boolean isYes() {
    return fails.isNever();
  }

  boolean isNo() {
    return holds.isNever();
  }
}
