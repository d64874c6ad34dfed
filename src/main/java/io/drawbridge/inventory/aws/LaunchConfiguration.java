package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Launch configuration of Auto Scaling, which nobody can change; its user data is not kept.
 *
 * @param instanceProfile the profile's ARN, or only its name; empty when it names none
 */
public record LaunchConfiguration(Origin origin, Arn id, String displayName, String instanceProfile) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
