package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.List;

/**
 * Definition of a role on the data of one Cosmos DB account.
 *
 * @param role its GUID, in lower case
 */
public record CosmosRoleDefinition(Origin origin, ArmId id, String name, ArmId account, String role, List<Permission> permissions) implements Resource {

  public CosmosRoleDefinition {
    permissions = List.copyOf(permissions);
  }

  /** True when any block takes the action on data in and does not leave it out. */
  public boolean covers(String dataAction) {
    return permissions.stream().anyMatch(block -> block.covers(dataAction, true));
  }
}
