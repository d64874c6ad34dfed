package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/**
 * Task of ECS that runs or ran lately.
 *
 * @param roleOverride the role named when it was started instead of its definition's; mostly empty
 * @param executeCommand whether commands can be run in it
 * @param containerInstanceArn empty on Fargate
 * @param group {@code service:web} when a service keeps it
 */
public record EcsTask(Origin origin, Arn id, String clusterArn, String taskDefinitionArn, String roleOverride, boolean executeCommand, String status, String containerInstanceArn, String group, SortedMap<String, String> tags) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
