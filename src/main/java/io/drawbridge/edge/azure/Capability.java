package io.drawbridge.edge.azure;

import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.List;

/**
 * One thing that an action of Azure, or several together, let their holder gain.
 *
 * @param name of its sets: {@code read-secrets}
 * @param actions all of them are needed, however many roles give them
 * @param attempts what the caller may put in the request as it likes; one that is allowed is enough
 */
public record Capability(
    String name, String technique, EdgeKind kind, List<String> actions, boolean dataAction, Likelihood likelihood, List<AttributeContext> attempts) {

  public Capability {
    actions = List.copyOf(actions);
    attempts = List.copyOf(attempts);
  }

  public static Capability of(String name, String technique, EdgeKind kind, String action, Likelihood likelihood) {
    return new Capability(name, technique, kind, List.of(action), false, likelihood, List.of(AttributeContext.UNKNOWN));
  }

  public static Capability ofData(String name, String technique, EdgeKind kind, String action, Likelihood likelihood) {
    return new Capability(name, technique, kind, List.of(action), true, likelihood, List.of(AttributeContext.UNKNOWN));
  }
}
