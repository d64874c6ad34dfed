package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Entra group.
 *
 * @param unified true for a Microsoft 365 group, which other roles manage than a security group
 */
public record EntraGroup(
    Origin origin, EntraId id, String displayName, boolean securityEnabled, boolean unified, boolean assignableToRole, Membership membership)
    implements Resource {

  /**
   * Where the members come from.
   *
   * @param dynamic true when a rule decides and nobody can be added
   * @param rule empty where it was not read, or is not being processed
   * @param onPremisesSynced true when the members come from a directory outside
   */
  public record Membership(boolean dynamic, String rule, boolean onPremisesSynced) {}

  @Override
  public String name() {
    return displayName.isEmpty() ? id.objectId() : displayName;
  }
}
