package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Web or function app, or a slot of one.
 *
 * @param image in full, of an app that runs a container; else empty
 * @param publicDisabled when it answers at private endpoints only
 */
public record WebApp(Origin origin, ArmId id, String name, String kind, boolean running, String hostName, String image, boolean publicDisabled)
    implements Resource {

  public boolean isSlot() {
    return id.text().contains("/slots/");
  }
}
