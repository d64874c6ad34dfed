package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.azure.RoleDefinition;
import java.util.List;

/**
 * Built-in or custom Azure role.
 *
 * @param assignableScopes where it may be assigned; who rewrites it must be allowed to at all of them
 */
public record AzureRoleDefinition(Origin origin, ArmId id, RoleDefinition definition, List<ArmId> assignableScopes) implements Resource {

  public AzureRoleDefinition {
    assignableScopes = List.copyOf(assignableScopes);
  }

  @Override
  public String name() {
    return definition.roleName();
  }
}
