package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.List;

/**
 * What somebody was given, by itself and by its groups, at a scope and above it, that together takes in all of some actions.
 *
 * @param scope the lowest at which any part was given: all parts reach what lies there and below
 */
record JointGrant(ResourceId holder, ArmId scope, List<Grant> parts) {

  JointGrant {
    parts = List.copyOf(parts);
  }

  /** A grant that takes in all actions by itself. */
  static JointGrant alone(Grant grant) {
    return new JointGrant(grant.holder(), grant.scope(), List.of(grant));
  }

  boolean isAlone() {
    return parts.size() == 1;
  }

  /** True when conditions on attributes decide. */
  boolean conditional() {
    return parts.stream().anyMatch(Grant::conditional);
  }

  List<RoleAssignment> assignments() {
    return parts.stream().flatMap(part -> part.assignments().stream()).toList();
  }

  /** Beside the assignments themselves. */
  Proof proof() {
    Proof proof = Proof.of(List.of());
    for (Grant part : parts) {
      proof = proof.and(part.proof());
    }
    return proof;
  }
}
