package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Resource group. */
public record ResourceGroup(Origin origin, ArmId id, String location) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
