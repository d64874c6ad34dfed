package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A permission set of IAM Identity Center, which becomes a role in every account that it is provisioned to.
 *
 * @param sessionDuration as ISO 8601 writes it, or empty
 */
public record PermissionSet(Origin origin, Arn id, String displayName, String sessionDuration) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
