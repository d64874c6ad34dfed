package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** A secret of a key vault, without its value. */
public record VaultSecret(Origin origin, ArmId id, String name, boolean enabled) implements Resource {
}
