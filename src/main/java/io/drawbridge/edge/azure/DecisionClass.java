package io.drawbridge.edge.azure;

import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.azure.DenyAssignment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Targets below one scope for which everyone who was given the action at that scope gets the same answer.
 *
 * @param example any of them
 * @param denies what may forbid the action on each of them
 * @param own what each of them asks
 */
record DecisionClass(CapabilitySet set, Target example, List<DenyAssignment> denies, List<Requirement> own) {

  /** The ids of principals that the deny assignments name or spare. */
  Set<String> mentioned() {
    Set<String> mentioned = new HashSet<>();
    denies.forEach(deny -> {
      mentioned.addAll(deny.principalIds());
      mentioned.addAll(deny.excludePrincipalIds());
    });
    mentioned.remove(DenyAssignment.EVERYONE);
    return mentioned;
  }
}
