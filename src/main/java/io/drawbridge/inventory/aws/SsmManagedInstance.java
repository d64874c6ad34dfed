package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Machine whose agent is registered with Systems Manager: an instance, or one of elsewhere ({@code mi-…}).
 *
 * @param id the instance's own ARN, or that of the managed node
 * @param iamRole name of the role that a machine of elsewhere was registered with; empty for instances
 * @param activationId the registration that it came by
 */
public record SsmManagedInstance(Origin origin, Arn id, String pingStatus, String platform, String iamRole, String activationId, String displayName) implements Resource {

  @Override
  public String name() {
    return displayName.isEmpty() ? id.name() : displayName;
  }
}
