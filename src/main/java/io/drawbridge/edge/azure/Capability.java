package io.drawbridge.edge.azure;

import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.List;

/**
 * One thing that one action of Azure lets its holder gain.
 *
 * @param name of its sets: {@code read-secrets}
 * @param attempts what the caller may put in the request as it likes; one that is allowed is enough
 */
record Capability(
    String name, String technique, EdgeKind kind, String action, boolean dataAction, Likelihood likelihood, List<AttributeContext> attempts) {

  Capability {
    attempts = List.copyOf(attempts);
  }

  static Capability of(String name, String technique, EdgeKind kind, String action, Likelihood likelihood) {
    return new Capability(name, technique, kind, action, false, likelihood, List.of(AttributeContext.UNKNOWN));
  }

  static Capability ofData(String name, String technique, EdgeKind kind, String action, Likelihood likelihood) {
    return new Capability(name, technique, kind, action, true, likelihood, List.of(AttributeContext.UNKNOWN));
  }
}
