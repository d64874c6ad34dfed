package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Lock on a scope and all below.
 *
 * @param place that it holds
 * @param readOnly true when nothing may change, false when only deleting is refused
 */
public record ResourceLock(Origin origin, ArmId id, String name, ArmId place, boolean readOnly) implements Resource {
}
