package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Management group. */
public record ManagementGroup(Origin origin, ArmId id, String displayName, String tenantId) implements Resource {

  @Override
  public String name() {
    return displayName.isEmpty() ? id.name() : displayName;
  }
}
