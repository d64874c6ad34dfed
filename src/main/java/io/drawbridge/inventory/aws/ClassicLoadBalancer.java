package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Classic Load Balancer.
 *
 * @param scheme {@code internet-facing} or {@code internal}
 */
public record ClassicLoadBalancer(
    Origin origin, Arn id, String name, String scheme, List<String> subnetIds, List<String> groupIds, List<Listener> listeners, List<String> instanceIds) implements Resource {

  public ClassicLoadBalancer {
    subnetIds = List.copyOf(subnetIds);
    groupIds = List.copyOf(groupIds);
    listeners = List.copyOf(listeners);
    instanceIds = List.copyOf(instanceIds);
  }

  /** A port that it takes requests at, and the port of the instances that it passes them to. */
  public record Listener(int port, int instancePort, String pointer) {}
}
