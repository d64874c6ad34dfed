package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * What a virtual network gateway knows of the far end of a tunnel.
 *
 * @param address of the far end
 * @param addressBlocks behind the far end
 * @param bgp whether more blocks may be learned from the far end
 */
public record LocalNetworkGateway(Origin origin, ArmId id, String name, String address, List<String> addressBlocks, boolean bgp) implements Resource {

  public LocalNetworkGateway {
    addressBlocks = List.copyOf(addressBlocks);
  }
}
