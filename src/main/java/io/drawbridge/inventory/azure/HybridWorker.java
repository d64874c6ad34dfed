package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Machine that runs jobs of an automation account.
 *
 * @param account whose jobs it runs
 * @param machine that it is
 */
public record HybridWorker(Origin origin, ArmId id, String name, ArmId account, ArmId machine) implements Resource {
}
