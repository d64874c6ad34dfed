package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Application, Network or Gateway Load Balancer.
 *
 * @param type {@code application}, {@code network} or {@code gateway}
 * @param scheme {@code internet-facing} or {@code internal}
 * @param groupIds empty for a Network Load Balancer without any, which lets everything in
 * @param dualStack whether it has addresses of IPv6 too
 */
public record LoadBalancer(
    Origin origin, Arn id, String name, String type, String scheme, List<String> subnetIds, List<String> groupIds, boolean dualStack) implements Resource {

  public LoadBalancer {
    subnetIds = List.copyOf(subnetIds);
    groupIds = List.copyOf(groupIds);
  }
}
