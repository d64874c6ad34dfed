package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Activated directory role. */
public record DirectoryRole(Origin origin, EntraId id, String templateId, String displayName) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
