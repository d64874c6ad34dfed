package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * An account as its organization lists it.
 *
 * @param active false for one that is suspended or about to be closed
 */
public record OrganizationAccount(Origin origin, Arn id, String accountId, String displayName, boolean active) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
