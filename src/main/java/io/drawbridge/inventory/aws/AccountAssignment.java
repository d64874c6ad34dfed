package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A user or group of Identity Center may use a permission set in an account.
 *
 * @param principal the ARN of the user or group in the identity store
 */
public record AccountAssignment(Origin origin, Arn id, String accountId, Arn permissionSet, Arn principal) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
