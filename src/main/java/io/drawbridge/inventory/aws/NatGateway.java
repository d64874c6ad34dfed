package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** NAT gateway: the addresses that hosts behind it speak to the internet from. */
public record NatGateway(Origin origin, Arn id, String state, List<String> publicAddresses) implements Resource {

  public NatGateway {
    publicAddresses = List.copyOf(publicAddresses);
  }

  @Override
  public String name() {
    return id.name();
  }
}
