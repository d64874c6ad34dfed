package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Whether another tenant may create and change users of its own here.
 *
 * @param partner the other tenant, in lower case
 */
public record CrossTenantSynchronization(Origin origin, EntraId id, String partner, boolean allowed) implements Resource {

  @Override
  public String name() {
    return partner;
  }
}
