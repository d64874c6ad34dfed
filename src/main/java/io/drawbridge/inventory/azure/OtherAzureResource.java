package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A resource that no rule looks into: it is counted, and a node.
 *
 * @param type in lower case: {@code microsoft.sql/servers}
 */
public record OtherAzureResource(Origin origin, ArmId id, String type, String name) implements Resource {
}
