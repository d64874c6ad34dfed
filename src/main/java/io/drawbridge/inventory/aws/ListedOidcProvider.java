package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** An IAM OpenID Connect provider as the account's list names it: that it exists, and nothing more. */
public record ListedOidcProvider(Origin origin, Arn id) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
