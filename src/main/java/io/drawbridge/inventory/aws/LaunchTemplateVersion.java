package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * One version of a launch template; its user data is not kept.
 *
 * @param instanceProfile the profile's ARN, or only its name; empty when it names none
 */
public record LaunchTemplateVersion(Origin origin, Arn id, Arn template, String version, boolean byDefault, String instanceProfile, String imageId) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
