package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Optional;

/** Peering of two virtual networks, as one of them sees it. */
public record VirtualNetworkPeering(
    Origin origin, ArmId id, String name, Optional<ArmId> remoteNetwork, String state, boolean accessAllowed)
    implements Resource {
}
