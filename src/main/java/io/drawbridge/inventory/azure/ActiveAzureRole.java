package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.azure.RoleAssignment;

/**
 * Azure role that is held now by Privileged Identity Management, activated or assigned.
 *
 * @param assignmentType {@code Activated} or {@code Assigned}
 * @param term for how long
 */
public record ActiveAzureRole(Origin origin, ArmId id, RoleAssignment assignment, String assignmentType, Term term) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
