package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** NAT gateway: the addresses that machines of a subnet speak to the internet from. */
public record NatGateway(Origin origin, ArmId id, String name, List<ArmId> publicAddresses, List<ArmId> publicPrefixes) implements Resource {

  public NatGateway {
    publicAddresses = List.copyOf(publicAddresses);
    publicPrefixes = List.copyOf(publicPrefixes);
  }
}
