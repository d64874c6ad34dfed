package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Where an account or organizational unit hangs in its organization.
 *
 * @param childId account id or {@code ou-…}
 * @param parentId {@code r-…} or {@code ou-…}
 */
public record OrganizationParent(Origin origin, Arn id, String childId, String parentId) implements Resource {

  @Override
  public String name() {
    return childId;
  }
}
