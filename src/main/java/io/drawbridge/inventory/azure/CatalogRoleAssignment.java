package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A role in entitlement management that a principal holds.
 *
 * @param role the role definition's id
 * @param catalog the catalog's id, or {@code /} for all of them, in lower case
 */
public record CatalogRoleAssignment(Origin origin, EntraId id, EntraId principal, String role, String catalog) implements Resource {

  @Override
  public String name() {
    return id.objectId();
  }
}
