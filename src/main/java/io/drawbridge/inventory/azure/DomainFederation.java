package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * The issuer that a federated domain lets sign in for its users.
 *
 * @param domain in lower case
 * @param mfaBelieved false when the tenant asks for multifactor authentication of its own, whatever the issuer says
 */
public record DomainFederation(Origin origin, EntraId id, String domain, String issuerUri, boolean mfaBelieved) implements Resource {

  @Override
  public String name() {
    return domain;
  }
}
