package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Service that opens to keys of its own.
 *
 * @param type in lower case: {@code microsoft.documentdb/databaseaccounts}
 * @param keys false when it refuses them
 */
public record KeyedService(Origin origin, ArmId id, String name, String type, boolean keys, NetworkAccess network) implements Resource {
}
