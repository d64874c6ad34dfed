package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** A group of the identity store behind IAM Identity Center. */
public record IdentityStoreGroup(Origin origin, Arn id, String identityStoreId, String displayName) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
