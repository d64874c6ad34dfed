package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Server of SQL, PostgreSQL or MySQL, managed instance of SQL, or workspace of Synapse.
 *
 * @param type in lower case: {@code microsoft.sql/servers}
 * @param passwords whether its administrator signs in with a password
 */
public record DatabaseServer(Origin origin, ArmId id, String name, String type, boolean passwords, NetworkAccess network) implements Resource {
}
