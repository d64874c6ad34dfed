package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A member account that administers a service for its organization.
 *
 * @param service host name, or empty when the answer does not say for which
 */
public record DelegatedAdministrator(Origin origin, Arn id, String accountId, String service) implements Resource {

  @Override
  public String name() {
    return accountId;
  }
}
