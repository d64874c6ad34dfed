package io.drawbridge.inventory.aws;

import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.aws.NamedPolicy;

/**
 * A service or resource control policy of an organization.
 *
 * @param kind {@code SERVICE_CONTROL_POLICY} or {@code RESOURCE_CONTROL_POLICY}
 * @param policyId {@code p-…}
 */
public record ControlPolicy(Origin origin, Arn id, String policyId, String kind, NamedPolicy policy) implements Resource {

  @Override
  public String name() {
    return policy.name();
  }
}
