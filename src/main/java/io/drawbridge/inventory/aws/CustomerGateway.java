package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** What a VPN connection knows of its far end: the address on the internet. */
public record CustomerGateway(Origin origin, Arn id, String address) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
