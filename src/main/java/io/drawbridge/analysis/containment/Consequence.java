package io.drawbridge.analysis.containment;

import java.time.Duration;
import java.util.List;

/**
 * What a step does besides cutting.
 *
 * @param breaks what stops working for the owner
 * @param preserve evidence to save before the step changes it
 * @param effectiveAfter how long the attacker keeps what was cut
 */
public record Consequence(List<String> breaks, List<String> preserve, Duration effectiveAfter) {

  public Consequence {
    breaks = List.copyOf(breaks);
    preserve = List.copyOf(preserve);
  }
}
