package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Instance that is part of a cluster of ECS. */
public record EcsContainerInstance(Origin origin, Arn id, String clusterArn, String instanceId) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
