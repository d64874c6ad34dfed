package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** A user who is registered as a device's owner or user, and so signs in there. */
public record DeviceUser(Origin origin, EntraId id, EntraId device, EntraId user) implements Resource {

  @Override
  public String name() {
    return user.objectId();
  }
}
