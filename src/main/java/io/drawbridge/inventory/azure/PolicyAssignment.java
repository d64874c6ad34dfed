package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Assignment of a policy.
 *
 * @param definition the policy or initiative
 * @param enforced false when it only reports
 */
public record PolicyAssignment(Origin origin, ArmId id, String name, ArmId place, ArmId definition, boolean enforced) implements Resource {
}
