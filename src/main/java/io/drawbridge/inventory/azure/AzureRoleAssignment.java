package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.azure.RoleAssignment;

/** Azure role that is held now. */
public record AzureRoleAssignment(Origin origin, ArmId id, RoleAssignment assignment) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
