package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A method of signing in, as the tenant's policy has it.
 *
 * @param method {@code TemporaryAccessPass}, {@code Fido2}, {@code X509Certificate} …
 */
public record AuthenticationMethod(Origin origin, EntraId id, String method, boolean enabled) implements Resource {

  @Override
  public String name() {
    return method;
  }
}
