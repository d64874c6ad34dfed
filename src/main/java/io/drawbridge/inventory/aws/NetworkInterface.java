package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Network interface of EC2.
 *
 * @param publicIp the public IPv4 address, or empty
 */
public record NetworkInterface(Origin origin, Arn id, String subnetId, String instanceId, String publicIp, List<String> groupIds) implements Resource {

  public NetworkInterface {
    groupIds = List.copyOf(groupIds);
  }

  @Override
  public String name() {
    return id.name();
  }
}
