package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A user of an agent, which has no credentials of its own.
 *
 * @param identity the agent identity that signs in as it
 */
public record AgentUser(Origin origin, EntraId id, String name, EntraId identity) implements Resource {}
