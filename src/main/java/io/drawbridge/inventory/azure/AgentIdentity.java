package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A service principal of an agent, which has no credentials of its own.
 *
 * @param blueprint the client id of the blueprint that signs in as it, in lower case
 */
public record AgentIdentity(Origin origin, EntraId id, String name, String blueprint) implements Resource {}
