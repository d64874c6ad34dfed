package io.drawbridge.edge.azure;

import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.List;

/**
 * One way to gain resources: a row of a table.
 *
 * @param actions all of them are needed
 */
record Way(Technique technique, Likelihood likelihood, boolean dataAction, List<String> actions) {

  Way {
    actions = List.copyOf(actions);
  }

  static Way by(String technique, String title, String attackId, String remediation, Likelihood likelihood, String... actions) {
    return new Way(new Technique(technique, title, attackId, remediation), likelihood, false, List.of(actions));
  }

  static Way byData(String technique, String title, String attackId, String remediation, Likelihood likelihood, String... actions) {
    return new Way(new Technique(technique, title, attackId, remediation), likelihood, true, List.of(actions));
  }

  Capability capability(String set, EdgeKind kind) {
    return new Capability(set, technique.id(), kind, actions, dataAction, likelihood, List.of(AttributeContext.UNKNOWN));
  }
}
