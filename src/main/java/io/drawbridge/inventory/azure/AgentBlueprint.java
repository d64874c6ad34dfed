package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** A registered application that agent identities are made from. */
public record AgentBlueprint(Origin origin, EntraId id, String name) implements Resource {}
