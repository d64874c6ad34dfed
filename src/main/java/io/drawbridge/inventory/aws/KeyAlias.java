package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Other name of a KMS key.
 *
 * @param keyId of the key that it stands for
 */
public record KeyAlias(Origin origin, Arn id, String keyId) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
