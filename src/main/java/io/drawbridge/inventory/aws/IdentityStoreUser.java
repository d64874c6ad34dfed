package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A user of the identity store behind IAM Identity Center.
 *
 * @param enabled false when it may not sign in
 * @param external true when another directory keeps it
 */
public record IdentityStoreUser(Origin origin, Arn id, String identityStoreId, String userName, boolean enabled, boolean external) implements Resource {

  @Override
  public String name() {
    return userName;
  }
}
