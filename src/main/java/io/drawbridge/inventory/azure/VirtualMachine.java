package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** Virtual machine. */
public record VirtualMachine(
    Origin origin, ArmId id, String name, String operatingSystem, List<ArmId> networkInterfaces, List<ArmId> disks)
    implements Resource {

  public VirtualMachine {
    networkInterfaces = List.copyOf(networkInterfaces);
    disks = List.copyOf(disks);
  }
}
