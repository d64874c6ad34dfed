package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Listener of a load balancer.
 *
 * @param targetGroups what its default action forwards to
 */
public record LoadBalancerListener(Origin origin, Arn id, String loadBalancerArn, int port, String protocol, List<String> targetGroups) implements Resource {

  public LoadBalancerListener {
    targetGroups = List.copyOf(targetGroups);
  }

  @Override
  public String name() {
    return protocol + " " + port;
  }
}
