package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Site-to-site VPN connection.
 *
 * @param gatewayId the virtual private gateway or transit gateway at this end
 */
public record VpnConnection(Origin origin, Arn id, String state, String customerGatewayId, String gatewayId, List<Tunnel> tunnels, Traffic traffic) implements Resource {

  public VpnConnection {
    tunnels = List.copyOf(tunnels);
  }

  /**
   * One of its tunnels.
   *
   * @param outsideAddress of AWS's end, on the internet
   * @param status {@code UP} or {@code DOWN}, or empty where no telemetry says
   */
  public record Tunnel(String outsideAddress, String status, String pointer) {}

  /**
   * What the connection carries.
   *
   * @param staticOnly whether nothing is learned from the far end
   * @param farBlocks static routes to the far end
   * @param farBlock of the far end's addresses that are negotiated
   * @param ownBlock of AWS's addresses that are negotiated
   */
  public record Traffic(boolean staticOnly, List<String> farBlocks, String farBlock, String ownBlock) {
    public Traffic {
      farBlocks = List.copyOf(farBlocks);
    }
  }

  public boolean isAvailable() {
    return state.equals("available");
  }

  @Override
  public String name() {
    return id.name();
  }
}
