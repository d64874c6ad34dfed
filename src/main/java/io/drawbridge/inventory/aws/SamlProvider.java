package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * What an IAM SAML provider accepts assertions of.
 *
 * @param entityId of the identity provider, as its metadata names it; empty when the metadata could not be read
 * @param certificates thumbprints of the certificates by which an assertion may be signed
 */
public record SamlProvider(Origin origin, Arn id, String entityId, List<String> certificates) implements Resource {

  public SamlProvider {
    certificates = List.copyOf(certificates);
  }

  @Override
  public String name() {
    return id.name();
  }
}
