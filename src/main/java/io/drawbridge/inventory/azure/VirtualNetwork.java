package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** Virtual network. */
public record VirtualNetwork(Origin origin, ArmId id, String name, List<String> addressBlocks) implements Resource {

  public VirtualNetwork {
    addressBlocks = List.copyOf(addressBlocks);
  }
}
