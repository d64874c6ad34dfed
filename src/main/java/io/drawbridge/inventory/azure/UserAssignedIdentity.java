package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * User-assigned identity: not itself a principal, but the resource that one belongs to.
 *
 * @param principalId object id of its service principal
 * @param clientId application id of its service principal
 */
public record UserAssignedIdentity(Origin origin, ArmId id, String name, String tenantId, String principalId, String clientId) implements Resource {
}
