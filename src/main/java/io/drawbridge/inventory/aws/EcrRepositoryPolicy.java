package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;

/** What a repository of container images says itself of who may use it, under its ARN. */
public record EcrRepositoryPolicy(Origin origin, Arn id, NamedPolicy policy) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
