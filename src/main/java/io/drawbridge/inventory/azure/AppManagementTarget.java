package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** An application or service principal that a policy of application management is assigned to, in the place of the tenant's default. */
public record AppManagementTarget(Origin origin, EntraId id, EntraId policy, EntraId target) implements Resource {

  @Override
  public String name() {
    return target.objectId();
  }
}
