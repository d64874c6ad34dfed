package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Virtual network gateway, at the edge of a network.
 *
 * @param type {@code Vpn}, {@code ExpressRoute} or {@code LocalGateway}
 * @param subnets of the network that it stands in
 */
public record VirtualNetworkGateway(Origin origin, ArmId id, String name, String type, List<ArmId> subnets, List<ArmId> publicAddresses)
    implements Resource {

  public VirtualNetworkGateway {
    subnets = List.copyOf(subnets);
    publicAddresses = List.copyOf(publicAddresses);
  }
}
