package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.azure.RoleAssignment;

/**
 * Azure role that its principal may activate: Privileged Identity Management.
 *
 * @param term for how long it may
 */
public record EligibleAzureRole(Origin origin, ArmId id, RoleAssignment assignment, Term term) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
