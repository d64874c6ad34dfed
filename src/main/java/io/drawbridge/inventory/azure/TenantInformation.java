package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * What is public of another tenant.
 *
 * @param tenantId in lower case
 * @param domain its default domain, in lower case
 */
public record TenantInformation(Origin origin, EntraId id, String displayName, String tenantId, String domain) implements Resource {

  @Override
  public String name() {
    return displayName.isEmpty() ? tenantId : displayName;
  }
}
