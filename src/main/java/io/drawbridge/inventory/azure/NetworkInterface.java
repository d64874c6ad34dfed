package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Network interface.
 *
 * @param virtualMachine whose it is: a machine, or the scale set of an instance
 */
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
   * @param id by which load balancers name it
   * @param publicSku of the public address that each instance of a scale set gets; empty for an address that is a resource
   * @param applicationSecurityGroups groups that rules of network security groups name
   * @param backendOf pools of load balancers and application gateways that it is in
   */
  public record IpConfiguration(
      ArmId id, String privateAddress, Optional<ArmId> subnet, Optional<ArmId> publicAddress, Optional<String> publicSku,
      List<ArmId> applicationSecurityGroups, List<ArmId> backendOf, String pointer) {
    public IpConfiguration {
      applicationSecurityGroups = List.copyOf(applicationSecurityGroups);
      backendOf = List.copyOf(backendOf);
    }
  }
}
