package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A membership or ownership of a group that a principal may activate.
 *
 * @param owner true for an ownership, false for a membership
 * @param term when it holds
 */
public record GroupEligibility(Origin origin, EntraId id, EntraId group, EntraId principal, boolean owner, Term term) implements Resource {

  @Override
  public String name() {
    return principal.objectId();
  }
}
