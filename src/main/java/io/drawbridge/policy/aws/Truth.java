package io.drawbridge.policy.aws;

import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a statement applies: no, yes, or only if some requirements hold together.
 *
 * @param possible false when it does not, whatever the open keys are
 * @param requirements empty when it applies anyway, or cannot
 */
record Truth(boolean possible, List<Requirement> requirements) {

  static final Truth YES = new Truth(true, List.of());
  static final Truth NO = new Truth(false, List.of());

  Truth {
    requirements = requirements.stream().distinct().toList();
  }

  static Truth of(boolean certain) {
    return certain ? YES : NO;
  }

  static Truth when(List<Requirement> requirements) {
    return new Truth(true, requirements);
  }

  Truth and(Truth other) {
    if (!possible || !other.possible) {
      return NO;
    }
    List<Requirement> both = new ArrayList<>(requirements);
    both.addAll(other.requirements);
    return new Truth(true, both);
  }

  /** When it applies. */
  Alternatives holds() {
    return possible ? Alternatives.all(requirements) : Alternatives.NEVER;
  }

  /** When it does not. */
  Alternatives fails() {
    return possible ? Alternatives.notAll(requirements) : Alternatives.ALWAYS;
  }

  boolean isYes() {
    return possible && requirements.isEmpty();
  }

  boolean isNo() {
    return !possible;
  }
}
