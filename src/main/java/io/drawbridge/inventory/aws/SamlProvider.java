package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * What an IAM SAML provider accepts assertions of.
 *
 * @param entityId of the identity provider, as its metadata names it; empty when the metadata could not be read
 */
public record SamlProvider(Origin origin, Arn id, String entityId) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
