package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.Optional;

/**
 * The inline policy that a permission set puts into its roles.
 *
 * @param policy empty when it has none, or a malformed one
 */
public record PermissionSetInlinePolicy(Origin origin, Arn id, Optional<NamedPolicy> policy) implements Resource {

  /** Where the answer about a permission set stands. */
  public static Arn idOf(Arn permissionSet) {
    return new Arn(permissionSet.text() + "/inline-policy");
  }

  @Override
  public String name() {
    return id.name();
  }
}
