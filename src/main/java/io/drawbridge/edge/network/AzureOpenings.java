package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.azure.LoadBalancer;
import io.drawbridge.inventory.azure.LoadBalancer.Frontend;
import io.drawbridge.inventory.azure.LoadBalancer.Pool;
import io.drawbridge.inventory.azure.LoadBalancer.Rule;
import io.drawbridge.inventory.azure.PublicIpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where public addresses lead: those of interfaces, those that each instance of a scale set gets, and those of load balancers, which
 * leave the client's address in the packet.
 *
 * <p>Source: learn.microsoft.com, "Public IP addresses" and "Load balancer SKUs": what is of the standard kind is closed until a network
 * security group opens it, what is basic is open until a group closes it. <b>Not modelled:</b> load balancers inside of a network, since
 * what they send on is filtered as if the client had asked the backend itself; gateway load balancers; health probes; packets that keep the
 * frontend's address.
 */
final class AzureOpenings {

  private static final Set<String> CARRIES_TCP = Set.of("tcp", "all");

  private final Estate estate;
  private final AzureNetwork network;
  private final List<AzureOpening> found = new ArrayList<>();
  private final Map<ArmId, AzureEndpoint> unknownAddresses = new HashMap<>();

  AzureOpenings(Estate estate, AzureNetwork network) {
    this.estate = estate;
    this.network = network;
    network.endpoints().forEach(this::own);
    estate.inventory().all(LoadBalancer.class).forEach(this::balancer);
  }

  List<AzureOpening> found() {
    return List.copyOf(found);
  }

  /** Public addresses of interfaces that were not read: whether they are open without a group is not known. */
  Set<ArmId> unknownAddresses() {
    return Set.copyOf(unknownAddresses.keySet());
  }

  private void own(AzureEndpoint endpoint) {
    endpoint.configuration().publicAddress().ifPresent(id -> address(id).ifPresentOrElse(
        address -> own(endpoint, address), () -> unknownAddresses.put(id, endpoint)));
    endpoint.configuration().publicSku().ifPresent(sku -> {
      Evidence evidence = endpoint.evidence("each instance has a public address, " + (sku.isEmpty() ? "of an unnamed kind" : sku));
      found.add(new AzureOpening(endpoint, PortSet.ALL, false, openWithoutGroup(sku, evidence), List.of(evidence)));
    });
  }

  private void own(AzureEndpoint endpoint, PublicIpAddress address) {
    if (!address.address().isEmpty()) {
      Evidence sku = Observed.network(address.origin(), "/sku/name", (isBasic(address.sku()) ? "Basic" : "Standard") + " address " + address.address());
      found.add(new AzureOpening(endpoint, PortSet.ALL, isV6(address), openWithoutGroup(address.sku(), sku),
          List.of(sku, endpoint.evidence("public address " + address.id()))));
    }
  }

  private void balancer(LoadBalancer balancer) {
    Map<ArmId, Frontend> frontends = new HashMap<>();
    balancer.frontends().forEach(frontend -> frontends.put(frontend.id(), frontend));
    Map<ArmId, Pool> pools = new HashMap<>();
    balancer.pools().forEach(pool -> pools.put(pool.id(), pool));
    for (Rule rule : balancer.rules()) {
      Optional<Frontend> frontend = rule.frontend().map(frontends::get).filter(this::isPublic);
      if (frontend.isPresent() && CARRIES_TCP.contains(rule.protocol())) {
        backends(rule, pools).forEach(endpoint -> found.add(opening(balancer, frontend.get(), rule, endpoint)));
      }
    }
  }

  /** One that has no address at the moment is not. */
  private boolean isPublic(Frontend frontend) {
    return frontend.publicPrefix().isPresent()
        || (frontend.publicAddress().isPresent() && address(frontend).filter(address -> address.address().isEmpty()).isEmpty());
  }

  private Set<AzureEndpoint> backends(Rule rule, Map<ArmId, Pool> pools) {
    Set<AzureEndpoint> backends = new LinkedHashSet<>(network.inPool(rule.id()));
    rule.backend().ifPresent(configuration -> backends.addAll(network.endpoints(configuration)));
    for (ArmId id : rule.pools()) {
      backends.addAll(network.inPool(id));
      Stream.ofNullable(pools.get(id)).forEach(pool -> {
        pool.ipConfigurations().forEach(configuration -> backends.addAll(network.endpoints(configuration)));
        pool.network().ifPresent(inside -> pool.addresses().forEach(address -> backends.addAll(network.at(inside, address))));
      });
    }
    return backends;
  }

  private AzureOpening opening(LoadBalancer balancer, Frontend frontend, Rule rule, AzureEndpoint endpoint) {
    PortSet ports = rule.backendPort() == 0 ? PortSet.ALL : PortSet.of(rule.backendPort(), rule.backendPort());
    Evidence sku = Observed.network(balancer.origin(), "/sku/name", (isBasic(balancer.sku()) ? "Basic" : "Standard") + " load balancer");
    List<Evidence> evidence = List.of(sku, endpoint.evidence("backend of " + balancer.id()),
        Observed.network(balancer.origin(), frontend.pointer(), "public frontend " + frontend.id().name()),
        Observed.network(balancer.origin(), rule.pointer(), rule.id().name() + ": " + rule.protocol() + " " + words(rule.ports()) + " to port " + rule.backendPort()));
    return new AzureOpening(endpoint, ports, address(frontend).filter(AzureOpenings::isV6).isPresent(), openWithoutGroup(balancer.sku(), sku), evidence);
  }

  private static String words(LoadBalancer.Ports ports) {
    return ports.first() == 0 ? "all ports" : ports.first() == ports.last() ? "port " + ports.first() : "ports " + ports.first() + "-" + ports.last();
  }

  private Optional<PublicIpAddress> address(Frontend frontend) {
    return frontend.publicAddress().flatMap(this::address);
  }

  private Optional<PublicIpAddress> address(ArmId id) {
    return estate.inventory().find(PublicIpAddress.class, id);
  }

  private static Optional<Evidence> openWithoutGroup(String sku, Evidence evidence) {
    return isBasic(sku) ? Optional.of(evidence) : Optional.empty();
  }

  private static boolean isBasic(String sku) {
    return sku.equalsIgnoreCase("Basic");
  }

  private static boolean isV6(PublicIpAddress address) {
    return address.version().equalsIgnoreCase("IPv6");
  }
}
