package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.azure.ApplicationGateway;
import io.drawbridge.inventory.azure.ApplicationGateway.Frontend;
import io.drawbridge.inventory.azure.ApplicationGateway.Listener;
import io.drawbridge.inventory.azure.ApplicationGateway.Pool;
import io.drawbridge.inventory.azure.ApplicationGateway.Target;
import io.drawbridge.inventory.azure.AzureSubnet;
import io.drawbridge.inventory.azure.PublicIpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where application gateways send what arrives at their public addresses: the gateway asks the backend itself, from its own subnet.
 *
 * <p>Source: learn.microsoft.com, "Application Gateway components", "Application Gateway infrastructure configuration". <b>Not modelled:</b>
 * backends that are named by host name; what a web application firewall turns away; listeners for host names that nobody knows.
 */
final class AzureProxies {

  private final Estate estate;
  private final AzureNetwork network;
  private final AzureConnected connected;
  private final List<Proxied> found = new ArrayList<>();

  /**
   * From a listener to a backend.
   *
   * @param subnet that the gateway stands in
   * @param evidence the listener and the backend's place in a pool
   */
  record Proxied(AzureSubnet subnet, int listens, boolean isV6, AzureEndpoint backend, PortSet ports, List<Evidence> evidence) {
    Proxied {
      evidence = List.copyOf(evidence);
    }
  }

  AzureProxies(Estate estate, AzureNetwork network) {
    this.estate = estate;
    this.network = network;
    connected = AzureConnected.of(estate);
    estate.inventory().all(ApplicationGateway.class).stream().filter(gateway -> !gateway.stopped()).forEach(this::gateway);
  }

  List<Proxied> found() {
    return List.copyOf(found);
  }

  private void gateway(ApplicationGateway gateway) {
    Map<ArmId, Frontend> frontends = new HashMap<>();
    gateway.frontends().forEach(frontend -> frontends.put(frontend.id(), frontend));
    Map<ArmId, Pool> pools = new HashMap<>();
    gateway.pools().forEach(pool -> pools.put(pool.id(), pool));
    for (ArmId id : gateway.subnets()) {
      for (Listener listener : gateway.listeners()) {
        Optional<Frontend> frontend = listener.frontend().map(frontends::get).filter(this::isPublic);
        for (Target target : frontend.isPresent() ? listener.targets() : List.<Target>of()) {
          network.subnet(id).ifPresent(subnet -> backends(target.pool(), pools.get(target.pool()), id)
              .forEach(backend -> found.add(proxied(gateway, frontend.get(), listener, subnet, backend, target.port()))));
        }
      }
    }
  }

  private boolean isPublic(Frontend frontend) {
    return frontend.publicAddress().isPresent() && address(frontend).filter(address -> address.address().isEmpty()).isEmpty();
  }

  private Optional<PublicIpAddress> address(Frontend frontend) {
    return frontend.publicAddress().flatMap(id -> estate.inventory().find(PublicIpAddress.class, id));
  }

  private Set<AzureEndpoint> backends(ArmId id, @Nullable Pool pool, ArmId subnet) {
    Set<AzureEndpoint> backends = new LinkedHashSet<>(network.inPool(id));
    Stream.ofNullable(pool).forEach(known -> {
      known.ipConfigurations().forEach(configuration -> backends.addAll(network.endpoints(configuration)));
      AzureEndpoint.networkOf(subnet).ifPresent(own -> connected.from(own)
          .forEach(link -> known.addresses().forEach(address -> backends.addAll(network.at(link.network(), address)))));
    });
    return backends;
  }

  private Proxied proxied(ApplicationGateway gateway, Frontend frontend, Listener listener, AzureSubnet subnet, AzureEndpoint backend, int port) {
    List<Evidence> evidence = List.of(Observed.network(gateway.origin(), frontend.pointer(), "public frontend " + frontend.id().name()),
        Observed.network(gateway.origin(), listener.pointer(), listener.id().name() + " on port " + listener.port() + " to port " + port),
        backend.evidence("backend of " + gateway.id()));
    boolean v6 = address(frontend).filter(address -> address.version().equalsIgnoreCase("IPv6")).isPresent();
    return new Proxied(subnet, listener.port(), v6, backend, port == 0 ? PortSet.ALL : PortSet.of(port, port), evidence);
  }
}
