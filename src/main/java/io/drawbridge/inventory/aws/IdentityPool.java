package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Cognito identity pool.
 *
 * @param poolId {@code <region>:<guid>}, the audience of its tokens
 * @param guests true when it gives an identity to anybody who asks
 * @param classicFlow true when its tokens may be taken to STS for any role that trusts them
 * @param developerProvider the name under which the account's own code signs users in, or empty
 * @param loginProviders whose sign-ins it accepts: issuers without scheme
 */
public record IdentityPool(
    Origin origin, Arn id, String poolId, String displayName, boolean guests, boolean classicFlow, String developerProvider, List<String> loginProviders)
    implements Resource {

  public IdentityPool {
    loginProviders = List.copyOf(loginProviders);
  }

  @Override
  public String name() {
    return displayName;
  }
}
