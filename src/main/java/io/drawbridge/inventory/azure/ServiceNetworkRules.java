package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** From where a namespace of Service Bus or Event Hubs answers, which stands in a resource of its own. */
public record ServiceNetworkRules(Origin origin, ArmId id, String name, ArmId service, NetworkAccess network) implements Resource {
}
