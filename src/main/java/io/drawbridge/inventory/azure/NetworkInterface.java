package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/** Network interface. */
public record NetworkInterface(
    Origin origin, ArmId id, String name, Optional<ArmId> virtualMachine, Optional<ArmId> networkSecurityGroup,
    List<IpConfiguration> ipConfigurations, boolean ipForwarding)
    implements Resource {

  public NetworkInterface {
    ipConfigurations = List.copyOf(ipConfigurations);
  }

  /**
   * One address of the interface.
   *
   * @param applicationSecurityGroups groups that rules of network security groups name
   */
  public record IpConfiguration(
      String name, boolean primary, String privateAddress, Optional<ArmId> subnet, Optional<ArmId> publicAddress, List<ArmId> applicationSecurityGroups,
      String pointer) {
    public IpConfiguration {
      applicationSecurityGroups = List.copyOf(applicationSecurityGroups);
    }
  }
}
