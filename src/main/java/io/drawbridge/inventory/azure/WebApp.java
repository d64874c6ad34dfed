package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Web or function app. */
public record WebApp(Origin origin, ArmId id, String name, String kind, boolean running, String hostName) implements Resource {
}
