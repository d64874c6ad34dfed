package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A catalog of entitlement management: groups, applications and directory roles that its access packages may give.
 *
 * @param published false when nobody can request its packages
 * @param external true when people of other directories may
 */
public record AccessCatalog(Origin origin, EntraId id, String displayName, boolean published, boolean external) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
