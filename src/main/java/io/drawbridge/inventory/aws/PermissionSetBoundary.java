package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * The permissions boundary that a permission set puts on its roles.
 *
 * @param policyArn of a policy of AWS; empty when the boundary is a policy of each account
 */
public record PermissionSetBoundary(Origin origin, Arn id, String policyArn) implements Resource {

  /** Where the answer about a permission set stands. */
  public static Arn idOf(Arn permissionSet) {
    return new Arn(permissionSet.text() + "/permissions-boundary");
  }

  @Override
  public String name() {
    return id.name();
  }
}
