package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Delegation of a subscription or resource group to a managing tenant.
 *
 * @param place what is delegated
 * @param definition what the managing tenant may do there
 */
public record LighthouseAssignment(Origin origin, ArmId id, String name, ArmId place, ArmId definition) implements Resource {
}
