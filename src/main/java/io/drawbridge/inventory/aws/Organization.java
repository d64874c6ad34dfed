package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * An AWS organization.
 *
 * @param organizationId {@code o-…}
 * @param managementAccountId the account that no SCP restricts
 */
public record Organization(Origin origin, Arn id, String organizationId, String managementAccountId) implements Resource {

  @Override
  public String name() {
    return organizationId;
  }
}
