package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Extension of a machine.
 *
 * @param machine that it runs on
 * @param type such as {@code AADLoginForWindows}, in lower case
 */
public record MachineExtension(Origin origin, ArmId id, String name, ArmId machine, String type) implements Resource {
}
