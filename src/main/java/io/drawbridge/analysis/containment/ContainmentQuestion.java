package io.drawbridge.analysis.containment;

import io.drawbridge.analysis.Premises;
import io.drawbridge.cloud.ResourceId;
import java.util.List;

/**
 * Which reversible actions cut these identities off from what is to be protected?
 *
 * @param identities what the attacker took over; at least one
 * @param protect empty for every node that is marked as a crown jewel
 * @param held what the attacker holds besides, such as a host or a session
 * @param neverCut nodes that no step may touch, and whose edges no step may cut
 */
public record ContainmentQuestion(
    List<ResourceId> identities, List<ResourceId> protect, List<ResourceId> held, List<ResourceId> neverCut, int maxSteps,
    Premises premises) {

  public static final int DEFAULT_MAX_STEPS = 12;

  public ContainmentQuestion {
    identities = identities.stream().distinct().sorted().toList();
    protect = protect.stream().distinct().sorted().toList();
    held = held.stream().distinct().sorted().toList();
    neverCut = neverCut.stream().distinct().sorted().toList();
    if (identities.isEmpty()) {
      throw new IllegalArgumentException("containment starts from an identity");
    }
  }
}
