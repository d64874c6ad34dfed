package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Virtual machine.
 *
 * @param guest the system that runs on it
 * @param bootDiagnostics whether its screen and serial port are recorded, which the serial console needs
 */
public record VirtualMachine(
    Origin origin, ArmId id, String name, String operatingSystem, Guest guest, List<ArmId> networkInterfaces, List<ArmId> disks, boolean bootDiagnostics)
    implements Resource {

  /**
   * What the system knows itself by.
   *
   * @param vmId unique, and told by the machine's metadata; empty where it was not read
   * @param computerName host name, as the machine was made with
   */
  public record Guest(String vmId, String computerName) {}

  public VirtualMachine {
    networkInterfaces = List.copyOf(networkInterfaces);
    disks = List.copyOf(disks);
  }
}
