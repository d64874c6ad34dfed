package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.azure.RoleDefinition;

/** Built-in or custom Azure role. */
public record AzureRoleDefinition(Origin origin, ArmId id, RoleDefinition definition) implements Resource {

  @Override
  public String name() {
    return definition.roleName();
  }
}
