package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/**
 * Service of ECS, which keeps tasks of one definition running.
 *
 * @param controller who deploys it: {@code ECS}, {@code CODE_DEPLOY} or {@code EXTERNAL}; empty for ECS, too
 * @param executeCommand whether its tasks are started so that commands can be run in them
 */
public record EcsService(Origin origin, Arn id, String clusterArn, String taskDefinitionArn, String controller, boolean executeCommand, String status,
    SortedMap<String, String> tags) implements Resource {

  /** Whether tasks of it may run. */
  public boolean isThere() {
    return isActive() || status.equals("DRAINING");
  }

  public boolean isActive() {
    return status.equals("ACTIVE");
  }

  /** Whether its definition can be replaced by a call to ECS. */
  public boolean takesUpdates() {
    return isActive() && (controller.isEmpty() || controller.equals("ECS"));
  }

  @Override
  public String name() {
    return id.name();
  }
}
