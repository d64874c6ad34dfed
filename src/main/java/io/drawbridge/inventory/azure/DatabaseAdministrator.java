package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Entra administrator of a database server.
 *
 * @param objectId a user, group or service principal, in lower case
 * @param tenantId in lower case, or empty
 */
public record DatabaseAdministrator(Origin origin, ArmId id, String name, ArmId server, String objectId, String tenantId) implements Resource {
}
