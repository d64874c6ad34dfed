package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Ownership of a directory object.
 *
 * @param ownedType {@code group}, {@code application}, {@code serviceprincipal}, {@code device}, or empty where the listing does not say
 */
public record ObjectOwner(Origin origin, EntraId id, EntraId owned, String ownedType, EntraId owner) implements Resource {

  @Override
  public String name() {
    return owner.objectId();
  }
}
