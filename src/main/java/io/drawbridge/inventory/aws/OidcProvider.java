package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * IAM OpenID Connect provider.
 *
 * @param url the issuer without its scheme, as AWS keeps it
 * @param clientIds the audiences that STS accepts
 */
public record OidcProvider(Origin origin, Arn id, String url, List<String> clientIds) implements Resource {

  public OidcProvider {
    clientIds = List.copyOf(clientIds);
  }

  @Override
  public String name() {
    return url;
  }

  /** The issuer's host. */
  public String host() {
    int slash = url.indexOf('/');
    return slash < 0 ? url : url.substring(0, slash);
  }
}
