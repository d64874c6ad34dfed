package io.drawbridge.policy;

import java.util.List;

/** Requirements that must all hold. */
public record Residual(List<Requirement> requirements) {

  public Residual {
    requirements = List.copyOf(requirements);
  }
}
