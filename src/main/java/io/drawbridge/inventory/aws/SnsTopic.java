package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.Optional;

/**
 * SNS topic.
 *
 * @param policy its own, if it has one
 */
public record SnsTopic(Origin origin, Arn id, Optional<NamedPolicy> policy) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
