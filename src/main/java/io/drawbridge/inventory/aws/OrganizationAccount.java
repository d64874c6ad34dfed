package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** An account as its organization lists it. */
public record OrganizationAccount(Origin origin, Arn id, String accountId, String displayName) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
