package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Device of the directory.
 *
 * @param managed true when the listing says that Intune manages it
 */
public record Device(Origin origin, EntraId id, String displayName, String operatingSystem, boolean accountEnabled, boolean managed) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
