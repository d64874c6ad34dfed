package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * EC2 subnet.
 *
 * @param blocks of IPv4 and IPv6
 */
public record Subnet(Origin origin, Arn id, String vpcId, List<String> blocks, boolean isDefaultForAz) implements Resource {

  public Subnet {
    blocks = List.copyOf(blocks);
  }

  @Override
  public String name() {
    return id.name();
  }
}
