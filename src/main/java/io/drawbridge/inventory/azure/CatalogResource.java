package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * What access packages of a catalog may give.
 *
 * @param originSystem {@code AadGroup}, {@code AadApplication}, {@code DirectoryRole} or {@code SharePointOnline}
 * @param originId object id, or a role's template, in lower case
 */
public record CatalogResource(Origin origin, EntraId id, EntraId catalog, String originSystem, String originId) implements Resource {

  @Override
  public String name() {
    return originId;
  }
}
