package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Role on the data of a Cosmos DB account, which Azure roles have no part in.
 *
 * @param role the definition's GUID, in lower case
 * @param place the account, or a database or container in it
 */
public record CosmosDataRole(Origin origin, ArmId id, String name, ArmId account, String principalId, String role, ArmId place) implements Resource {
}
