package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Application gateway: a proxy of HTTP in a subnet of its own.
 *
 * @param subnets that it stands in
 * @param stopped when it answers nobody
 */
public record ApplicationGateway(
    Origin origin, ArmId id, String name, boolean stopped, List<ArmId> subnets, List<Frontend> frontends, List<Listener> listeners, List<Pool> pools)
    implements Resource {

  public ApplicationGateway {
    subnets = List.copyOf(subnets);
    frontends = List.copyOf(frontends);
    listeners = List.copyOf(listeners);
    pools = List.copyOf(pools);
  }

  /** An address that it answers at: a public one, or a private one in its subnet. */
  public record Frontend(ArmId id, Optional<ArmId> publicAddress, String privateAddress, String pointer) {}

  /** A port of a frontend, and where rules send what arrives there; a listener that only redirects sends nothing on. */
  public record Listener(ArmId id, Optional<ArmId> frontend, int port, List<Target> targets, String pointer) {
    public Listener {
      targets = List.copyOf(targets);
    }
  }

  /** A pool, and the port of its backends that packets are sent to. */
  public record Target(ArmId pool, int port) {}

  /**
   * Backends.
   *
   * @param ipConfigurations of interfaces
   * @param addresses of backends that are named by address or by host name
   */
  public record Pool(ArmId id, List<ArmId> ipConfigurations, List<String> addresses) {
    public Pool {
      ipConfigurations = List.copyOf(ipConfigurations);
      addresses = List.copyOf(addresses);
    }
  }
}
