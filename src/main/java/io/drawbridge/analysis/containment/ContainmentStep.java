package io.drawbridge.analysis.containment;

import io.drawbridge.graph.EdgeKey;
import io.drawbridge.graph.Node;
import java.util.List;

/**
 * One reversible action of a plan.
 *
 * @param order from 1
 * @param action what is done, as a constant's name: {@code DISABLE_USER}
 * @param target what it is done to
 * @param cuts the edges between the attacker and what is protected that it removes, sorted
 */
public record ContainmentStep(
    int order, String action, Node target, Runbook runbook, Consequence consequence, List<EdgeKey> cuts) {

  public ContainmentStep {
    cuts = cuts.stream().distinct().sorted().toList();
  }
}
