package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Optional;

/**
 * Peering of two virtual networks, as one of them sees it.
 *
 * @param gatewayTransit whether the other network may use this one's gateway
 * @param remoteGateways whether this network uses the other one's gateway
 */
public record VirtualNetworkPeering(
    Origin origin, ArmId id, String name, Optional<ArmId> remoteNetwork, String state, boolean accessAllowed,
    boolean gatewayTransit, boolean remoteGateways)
    implements Resource {
}
