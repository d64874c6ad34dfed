package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * KMS key.
 *
 * @param manager AWS or CUSTOMER
 */
public record KmsKey(Origin origin, Arn id, String manager) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
