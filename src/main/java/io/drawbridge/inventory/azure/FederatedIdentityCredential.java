package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * A trust of an application or a user-assigned identity in tokens of another issuer.
 *
 * @param holder the application or the user-assigned identity
 * @param subject an exact text, compared with letter case; empty where an expression stands instead
 * @param claimsMatchingExpression of a flexible credential, or empty
 */
public record FederatedIdentityCredential(
    Origin origin, ResourceId id, ResourceId holder, String name, String issuer, String subject, List<String> audiences,
    String claimsMatchingExpression)
    implements Resource {

  public FederatedIdentityCredential {
    audiences = List.copyOf(audiences);
  }
}
