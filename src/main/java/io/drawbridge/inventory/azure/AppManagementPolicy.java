package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * What may be added to service principals as a credential: the tenant's default, or a policy for some of them.
 *
 * @param tenantDefault true for what holds where no other policy is assigned
 * @param trustedCertificatesOnly true when passwords are blocked, and certificates but those of an authority that the tenant trusts
 */
public record AppManagementPolicy(Origin origin, EntraId id, boolean tenantDefault, boolean trustedCertificatesOnly) implements Resource {

  @Override
  public String name() {
    return id.objectId();
  }
}
