package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** An app role that a principal holds on a resource application. */
public record AppRoleAssignment(
    Origin origin, EntraId id, EntraId principal, String principalType, EntraId resource, String appRoleId)
    implements Resource {

  @Override
  public String name() {
    return appRoleId;
  }
}
