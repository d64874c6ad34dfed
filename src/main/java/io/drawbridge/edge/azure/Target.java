package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.NetworkAccess;
import io.drawbridge.policy.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * Something that a capability gains.
 *
 * @param scope where the action is asked
 * @param member what is gained
 * @param own what the resource itself asks of whoever comes
 * @param proof the resource's side
 * @param covered a scope whose holders gain this by gaining something larger: only what is granted below it counts
 */
record Target(ArmId scope, ResourceId member, List<Requirement> own, Proof proof, Optional<ArmId> covered) {

  Target {
    own = List.copyOf(own);
  }

  static Target of(ArmId scope, ResourceId member, Proof proof) {
    return new Target(scope, member, List.of(), proof, Optional.empty());
  }

  /** The same behind a store's network rules. */
  Target behind(Resource store, NetworkAccess network) {
    return new Target(scope, member, Reach.of(network), proof.and(Reach.proof(store, network)), covered);
  }

  Target coveredBy(ArmId larger) {
    return new Target(scope, member, own, proof, Optional.of(larger));
  }
}
