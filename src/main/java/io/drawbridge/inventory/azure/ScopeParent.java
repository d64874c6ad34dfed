package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * The management group that a management group or subscription lies in.
 *
 * @param id the lower scope
 */
public record ScopeParent(Origin origin, ArmId id, ArmId parent) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
