package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * The issuer that a federated domain lets sign in for its users.
 *
 * @param domain in lower case
 */
public record DomainFederation(Origin origin, EntraId id, String domain, String issuerUri) implements Resource {

  @Override
  public String name() {
    return domain;
  }
}
