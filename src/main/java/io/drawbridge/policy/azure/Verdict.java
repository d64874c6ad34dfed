package io.drawbridge.policy.azure;

import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Requirement;
import java.util.List;

/**
 * What a condition, or a part of one, comes to.
 *
 * @param holds when it is true
 * @param fails when it is false; a comparison with something that is not there is neither
 */
record Verdict(Alternatives holds, Alternatives fails) {

  static final Verdict TRUE = new Verdict(Alternatives.ALWAYS, Alternatives.NEVER);
  static final Verdict FALSE = new Verdict(Alternatives.NEVER, Alternatives.ALWAYS);

  /** Neither grants nor, on a deny, lifts it. */
  static final Verdict NEITHER = new Verdict(Alternatives.NEVER, Alternatives.NEVER);

  static Verdict of(boolean certain) {
    return certain ? TRUE : FALSE;
  }

  static Verdict open(Requirement requirement) {
    return new Verdict(Alternatives.all(List.of(requirement)), Alternatives.notAll(List.of(requirement)));
  }

  Verdict not() {
    return new Verdict(/* holds= */ fails, /* fails= */ holds);
  }

  static Verdict every(List<Verdict> parts) {
    return new Verdict(
        Alternatives.every(parts.stream().map(Verdict::holds).toList()), Alternatives.some(parts.stream().map(Verdict::fails).toList()));
  }

  static Verdict some(List<Verdict> parts) {
    return every(parts.stream().map(Verdict::not).toList()).not();
  }
}
