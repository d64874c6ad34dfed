package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * The roles that a Cognito identity pool gives its identities.
 *
 * @param ofUsers for those that signed in, by default or by a rule
 */
public record IdentityPoolRoles(Origin origin, Arn id, String poolId, Optional<Arn> ofGuests, List<Arn> ofUsers) implements Resource {

  public IdentityPoolRoles {
    ofUsers = List.copyOf(ofUsers);
  }

  @Override
  public String name() {
    return poolId;
  }
}
