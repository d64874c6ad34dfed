package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Load balancer of layer 4.
 *
 * @param sku {@code Basic}, {@code Standard} or {@code Gateway}; backends of a standard one are closed unless a network security group opens them
 */
public record LoadBalancer(Origin origin, ArmId id, String name, String sku, List<Frontend> frontends, List<Rule> rules, List<Pool> pools)
    implements Resource {

  public LoadBalancer {
    frontends = List.copyOf(frontends);
    rules = List.copyOf(rules);
    pools = List.copyOf(pools);
  }

  /** An address that it answers at: a public one, or a private one in a subnet. */
  public record Frontend(ArmId id, Optional<ArmId> publicAddress, Optional<ArmId> publicPrefix, Optional<ArmId> subnet, String privateAddress, String pointer) {}

  /**
   * What it sends on: a balancing rule, an inbound NAT rule, or an inbound NAT pool of a scale set.
   *
   * @param protocol {@code tcp}, {@code udp} or {@code all}, in lower case
   * @param ports at the frontend; all of them where the first is 0
   * @param backendPort the port, or the first of as many ports, that packets arrive at
   * @param pools of backends; empty for a NAT rule of one interface
   * @param backend the one address of an inbound NAT rule
   * @param keepsAddress whether packets arrive with the frontend's address
   */
  public record Rule(
      ArmId id, Optional<ArmId> frontend, String protocol, Ports ports, int backendPort, List<ArmId> pools, Optional<ArmId> backend, boolean keepsAddress,
      String pointer) {
    public Rule {
      pools = List.copyOf(pools);
    }
  }

  /** From the first to the last, both included. */
  public record Ports(int first, int last) {}

  /**
   * Backends.
   *
   * @param ipConfigurations of interfaces
   * @param network in which addresses are
   * @param addresses of backends that are named by address
   */
  public record Pool(ArmId id, List<ArmId> ipConfigurations, Optional<ArmId> network, List<String> addresses) {
    public Pool {
      ipConfigurations = List.copyOf(ipConfigurations);
      addresses = List.copyOf(addresses);
    }
  }
}
