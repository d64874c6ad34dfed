package io.drawbridge.policy.aws;

import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Residual;
import java.util.LinkedHashSet;
import java.util.List;

/** Joins what several decisions leave open, of which one is enough. */
public final class Residuals {

  private Residuals() {}

  /** The same alternatives in fewer words, those that ask least first; those that contradict themselves are gone. */
  public static List<Residual> fewest(List<Residual> alternatives) {
    List<Alternatives> parts = alternatives.stream().map(one -> new Alternatives(List.of(new LinkedHashSet<>(one.requirements())), false)).toList();
    return Simplified.of(Alternatives.some(parts)).residuals();
  }
}
