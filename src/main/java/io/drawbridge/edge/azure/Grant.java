package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.List;

/**
 * What one holder was given at one scope that takes in an action.
 *
 * @param holder a user, group or service principal, or power over a scope
 * @param conditional true when conditions on attributes decide
 * @param proof beside the assignments themselves
 */
public record Grant(
    ResourceId holder, String principalId, ArmId scope, boolean conditional, List<RoleAssignment> assignments, Proof proof) {

  public Grant {
    assignments = List.copyOf(assignments);
  }
}
