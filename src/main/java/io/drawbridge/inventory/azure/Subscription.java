package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Azure subscription. */
public record Subscription(Origin origin, ArmId id, String displayName, String tenantId, String state) implements Resource {

  @Override
  public String name() {
    return displayName.isEmpty() ? id.name() : displayName;
  }
}
