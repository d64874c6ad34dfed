package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;

/**
 * Managed policy.
 *
 * @param policy the default version
 * @param olderVersions those that could be made the default, in the order of the answer
 */
public record ManagedPolicy(Origin origin, Arn id, NamedPolicy policy, List<NamedPolicy> olderVersions) implements Resource {

  public ManagedPolicy {
    olderVersions = List.copyOf(olderVersions);
  }

  @Override
  public String name() {
    return id.name();
  }
}
