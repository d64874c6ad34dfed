package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Who may launch a machine image, under the image's id. */
public record Ec2ImagePermissions(Origin origin, Arn id, SharedWith with) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
