package io.drawbridge.edge.azure;

import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.List;

/**
 * One way to gain resources: a row of a table.
 *
 * @param actions all of them are needed, at the resource
 * @param elsewhere actions that are needed as well, in a resource group of the caller's choice
 */
public record Way(Technique technique, Likelihood likelihood, boolean dataAction, List<String> actions, List<String> elsewhere) {

  public Way {
    actions = List.copyOf(actions);
    elsewhere = List.copyOf(elsewhere);
  }

  public static Way by(String technique, String title, String attackId, String remediation, Likelihood likelihood, String... actions) {
    return new Way(new Technique(technique, title, attackId, remediation), likelihood, false, List.of(actions), List.of());
  }

  public static Way byData(String technique, String title, String attackId, String remediation, Likelihood likelihood, String... actions) {
    return new Way(new Technique(technique, title, attackId, remediation), likelihood, true, List.of(actions), List.of());
  }

  /** The same with something to do elsewhere. */
  public Way andElsewhere(String... more) {
    return new Way(technique, likelihood, dataAction, actions, List.of(more));
  }

  Capability capability(String set, EdgeKind kind) {
    return new Capability(set, technique.id(), kind, actions, dataAction, likelihood, List.of(AttributeContext.UNKNOWN));
  }
}
