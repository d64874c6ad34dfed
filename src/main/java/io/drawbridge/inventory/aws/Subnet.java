package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** EC2 subnet. */
public record Subnet(Origin origin, Arn id, String vpcId, boolean isDefaultForAz) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
