package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Conditional Access policy. */
public record ConditionalAccessPolicy(Origin origin, EntraId id, String displayName, String state) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
