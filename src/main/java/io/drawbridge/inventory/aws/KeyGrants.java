package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.PolicyDocument;

/**
 * The grants of a KMS key, as the statements of a policy that say the same: to whom, for which operations, within which encryption context.
 *
 * <p>Source: KMS Developer Guide, "Grants in AWS KMS" and "Using grant constraints".
 */
public record KeyGrants(Origin origin, Arn id, PolicyDocument grants) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
