package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.Optional;

/**
 * Domain of Amazon OpenSearch Service.
 *
 * @param policy its own, if it has one
 * @param inVpc true when only a VPC leads to it
 * @param ownUsers true when, besides, it asks who of its own users and roles the caller is
 */
public record SearchDomain(Origin origin, Arn id, Optional<NamedPolicy> policy, boolean inVpc, boolean ownUsers) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
