package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/** Cluster of ECS. */
public record EcsCluster(Origin origin, Arn id, String status, SortedMap<String, String> tags) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
