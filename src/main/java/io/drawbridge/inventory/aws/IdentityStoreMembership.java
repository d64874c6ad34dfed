package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** A user is a member of a group of the identity store. */
public record IdentityStoreMembership(Origin origin, Arn id, Arn group, Arn member) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
