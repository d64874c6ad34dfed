package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;

/** Policy of an access point, under its id. */
public record AccessPointPolicy(Origin origin, Arn id, NamedPolicy policy) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
