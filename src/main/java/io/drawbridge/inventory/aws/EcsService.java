package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/**
 * Service of ECS, which keeps tasks of one definition running.
 *
 * @param executeCommand whether its tasks are started so that commands can be run in them
 */
public record EcsService(Origin origin, Arn id, String clusterArn, String taskDefinitionArn, boolean executeCommand, String status, SortedMap<String, String> tags) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
