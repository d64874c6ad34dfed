package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Membership in a directory role, over the whole tenant.
 *
 * @param role the object id of the activated role, not of its template
 */
public record DirectoryRoleMember(Origin origin, EntraId id, EntraId role, EntraId member) implements Resource {

  @Override
  public String name() {
    return member.objectId();
  }
}
