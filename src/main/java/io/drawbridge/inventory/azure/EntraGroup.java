package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Entra group.
 *
 * @param unified true for a Microsoft 365 group, which other roles manage than a security group
 * @param dynamic true when a rule decides on the members and nobody can be added
 * @param onPremisesSynced true when the members come from a directory outside
 */
public record EntraGroup(
    Origin origin, EntraId id, String displayName, boolean securityEnabled, boolean unified, boolean assignableToRole,
    boolean dynamic, boolean onPremisesSynced)
    implements Resource {

  @Override
  public String name() {
    return displayName.isEmpty() ? id.objectId() : displayName;
  }
}
