package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Administrative unit.
 *
 * @param restricted whether administrators of the whole tenant are kept out
 */
public record AdministrativeUnit(Origin origin, EntraId id, String displayName, boolean restricted) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
