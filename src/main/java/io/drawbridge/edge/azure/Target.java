package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.graph.Proof;
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

  Target asking(List<Requirement> more) {
    return new Target(scope, member, more, proof, covered);
  }

  Target coveredBy(ArmId larger) {
    return new Target(scope, member, own, proof, Optional.of(larger));
  }
}
