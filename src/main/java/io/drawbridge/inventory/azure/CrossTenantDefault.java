package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * What a tenant's cross-tenant access settings say of guests from everywhere.
 *
 * @param guestsBlocked true when guests of all other tenants are kept out, unless a partner's own setting lets them in
 */
public record CrossTenantDefault(Origin origin, EntraId id, boolean guestsBlocked) implements Resource {

  @Override
  public String name() {
    return id.tenant();
  }
}
