package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.Optional;

/**
 * Resource policy of a secret.
 *
 * @param policy empty when the secret has none
 */
public record SecretResourcePolicy(Origin origin, Arn id, Optional<NamedPolicy> policy) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
