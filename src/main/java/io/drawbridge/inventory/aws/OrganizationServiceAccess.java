package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** An organization lets a service act in its accounts. */
public record OrganizationServiceAccess(Origin origin, Arn id, String service) implements Resource {

  @Override
  public String name() {
    return service;
  }
}
