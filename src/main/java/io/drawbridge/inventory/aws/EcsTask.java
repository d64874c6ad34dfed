package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.SortedMap;

/**
 * Task of ECS that runs or ran lately.
 *
 * @param roleOverride the role named when it was started instead of its definition's; mostly empty
 * @param executionRoleOverride the same of the role that the agent works under for it
 * @param executeCommand whether commands can be run in it
 * @param containerInstanceArn empty on Fargate
 * @param group {@code service:web} when a service keeps it
 */
public record EcsTask(Origin origin, Arn id, String clusterArn, String taskDefinitionArn, String roleOverride, String executionRoleOverride,
    boolean executeCommand, String status, String containerInstanceArn, String group, List<Container> containers,
    SortedMap<String, String> tags) implements Resource {

  /**
   * One of its containers.
   *
   * @param agent the state of the agent that commands come by: {@code RUNNING}; empty where it is not told
   */
  public record Container(String name, String agent) {}

  public EcsTask {
    containers = List.copyOf(containers);
  }

  public boolean isRunning() {
    return status.equals("RUNNING");
  }

  /** Whether its containers are gone, with their credentials. */
  public boolean isGone() {
    return status.equals("STOPPED") || status.equals("DELETED");
  }

  @Override
  public String name() {
    return id.name();
  }
}
