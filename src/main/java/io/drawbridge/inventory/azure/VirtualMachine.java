package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Virtual machine.
 *
 * @param bootDiagnostics whether its screen and serial port are recorded, which the serial console needs
 */
public record VirtualMachine(
    Origin origin, ArmId id, String name, String operatingSystem, List<ArmId> networkInterfaces, List<ArmId> disks, boolean bootDiagnostics)
    implements Resource {

  public VirtualMachine {
    networkInterfaces = List.copyOf(networkInterfaces);
    disks = List.copyOf(disks);
  }
}
