package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * An organization instance of IAM Identity Center.
 *
 * @param ownerAccountId the management account
 */
public record SsoInstance(Origin origin, Arn id, String identityStoreId, String ownerAccountId) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
