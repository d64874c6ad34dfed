package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Block of public addresses that one subscription has for itself.
 *
 * @param block empty while none is allocated
 */
public record PublicIpPrefix(Origin origin, ArmId id, String name, String block) implements Resource {
}
