package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.SortedMap;

/**
 * Deployment group of CodeDeploy and the machines that its revisions are run on.
 *
 * @param platform {@code Server}, {@code Lambda} or {@code ECS}
 * @param instanceTags an instance is deployed to when of each of these lists one filter fits it
 */
public record CodeDeployGroup(Origin origin, Arn id, String application, String group, String platform, String serviceRoleArn,
    List<List<TagFilter>> instanceTags, List<String> autoScalingGroups) implements Resource {

  /**
   * A tag of instances.
   *
   * @param type {@code KEY_ONLY}, {@code VALUE_ONLY} or {@code KEY_AND_VALUE}
   */
  public record TagFilter(String key, String value, String type) {

    /** Whether an instance with these tags is deployed to. */
    public boolean fits(SortedMap<String, String> tags) {
      return switch (type) {
        case "KEY_ONLY" -> tags.containsKey(key);
        case "VALUE_ONLY" -> tags.containsValue(value);
        default -> value.equals(tags.get(key));
      };
    }
  }

  public CodeDeployGroup {
    instanceTags = List.copyOf(instanceTags);
    autoScalingGroups = List.copyOf(autoScalingGroups);
  }

  /** Whether it runs programs on machines: the platform is left out where it does. */
  public boolean isOfMachines() {
    return platform.isEmpty() || platform.equals("Server");
  }

  /** Whether an instance with these tags is deployed to because of them. */
  public boolean covers(SortedMap<String, String> tags) {
    return !instanceTags.isEmpty() && instanceTags.stream().allMatch(set -> set.stream().anyMatch(filter -> filter.fits(tags)));
  }

  @Override
  public String name() {
    return application + "/" + group;
  }
}
