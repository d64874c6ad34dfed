package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.SortedMap;

/**
 * Auto Scaling group and what it starts instances from.
 *
 * @param launchTemplateId empty when it starts from a launch configuration
 * @param launchTemplateVersion a number, {@code $Default} or {@code $Latest}
 * @param desired how many instances it keeps
 * @param most how many it may come to keep
 */
public record AutoScalingGroup(Origin origin, Arn id, String displayName, String launchTemplateId, String launchTemplateVersion,
    String launchConfiguration, int desired, int most, List<String> instanceIds, SortedMap<String, String> tags) implements Resource {

  public AutoScalingGroup {
    instanceIds = List.copyOf(instanceIds);
  }

  @Override
  public String name() {
    return displayName;
  }
}
