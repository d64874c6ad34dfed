package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * A group of the identity store behind IAM Identity Center.
 *
 * @param externalIds what another directory that keeps it calls it; empty when none does
 */
public record IdentityStoreGroup(Origin origin, Arn id, String identityStoreId, String displayName, List<String> externalIds) implements Resource {

  public IdentityStoreGroup {
    externalIds = List.copyOf(externalIds);
  }

  @Override
  public String name() {
    return displayName;
  }
}
