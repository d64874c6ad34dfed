package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * A user of the identity store behind IAM Identity Center.
 *
 * @param enabled false when it may not sign in
 * @param externalIds what another directory that keeps it calls it; empty when none does
 * @param emails its addresses
 */
public record IdentityStoreUser(Origin origin, Arn id, String identityStoreId, String userName, boolean enabled, List<String> externalIds, List<String> emails)
    implements Resource {

  public IdentityStoreUser {
    externalIds = List.copyOf(externalIds);
    emails = List.copyOf(emails);
  }

  /** True when another directory keeps it. */
  public boolean external() {
    return !externalIds.isEmpty();
  }

  @Override
  public String name() {
    return userName;
  }
}
