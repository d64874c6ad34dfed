package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Subnet of a virtual network.
 *
 * @param filtersEndpoints whether its network security group filters what comes to private endpoints in it
 */
public record AzureSubnet(
    Origin origin, ArmId id, String name, List<String> addressBlocks, Optional<ArmId> networkSecurityGroup, Optional<ArmId> routeTable,
    Optional<ArmId> natGateway, boolean filtersEndpoints)
    implements Resource {

  public AzureSubnet {
    addressBlocks = List.copyOf(addressBlocks);
  }
}
