package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/** Subnet of a virtual network. */
public record AzureSubnet(
    Origin origin, ArmId id, String name, List<String> addressBlocks, Optional<ArmId> networkSecurityGroup, Optional<ArmId> routeTable,
    Optional<ArmId> natGateway)
    implements Resource {

  public AzureSubnet {
    addressBlocks = List.copyOf(addressBlocks);
  }
}
