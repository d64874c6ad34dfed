package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Store that DataSync reads from or writes to.
 *
 * @param address of it, as the service writes it
 */
public record TransferLocation(Origin origin, Arn id, String address) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
