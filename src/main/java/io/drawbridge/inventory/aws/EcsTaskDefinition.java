package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * What tasks of ECS are started from; of its containers only the images are kept.
 *
 * @param taskRoleArn what code in the containers acts as; empty when it has none
 * @param executionRoleArn what the agent pulls images and reads secrets as
 * @param services that the task is said to be fit for, such as {@code FARGATE}
 * @param networkMode {@code host}, {@code bridge}, {@code awsvpc} or {@code none}; empty for the default, which on Linux is {@code bridge}
 */
public record EcsTaskDefinition(Origin origin, Arn id, String taskRoleArn, String executionRoleArn, List<Image> images, List<String> services, String networkMode) implements Resource {

  /**
   * The image of one container.
   *
   * @param followed whether each task looks anew what the tag names; else all tasks of one deployment have what the first one found
   */
  public record Image(String name, boolean followed) {}

  public EcsTaskDefinition {
    images = List.copyOf(images);
    services = List.copyOf(services);
  }

  @Override
  public String name() {
    return id.name();
  }
}
