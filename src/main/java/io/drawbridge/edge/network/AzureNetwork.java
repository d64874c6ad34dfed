package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.azure.AzureRouteTable;
import io.drawbridge.inventory.azure.AzureSubnet;
import io.drawbridge.inventory.azure.NetworkInterface;
import io.drawbridge.inventory.azure.NetworkInterface.IpConfiguration;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.VmScaleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parts of virtual networks by what they name each other by. */
final class AzureNetwork {

  private final Inventory inventory;
  private final AzureFilters filters = new AzureFilters();
  private final List<AzureEndpoint> endpoints = new ArrayList<>();
  private final Map<ArmId, List<AzureEndpoint>> byConfiguration = new HashMap<>();
  private final Map<ArmId, List<AzureEndpoint>> byHost = new HashMap<>();
  private final Map<ArmId, List<AzureEndpoint>> byPool = new HashMap<>();
  private final Map<Place, List<AzureEndpoint>> byAddress = new HashMap<>();
  private final Flaws flaws;

  /** An address is only good within its network. */
  private record Place(ArmId network, String address) {}

  private AzureNetwork(Estate estate) {
    inventory = estate.inventory();
    inventory.all(NetworkInterface.class).forEach(this::add);
    Set<ArmId> seen = new HashSet<>(byHost.keySet());
    inventory.all(VmScaleSet.class).stream().filter(set -> !seen.contains(set.id())).forEach(set -> set.interfaces().forEach(this::add));
    flaws = Flaws.of(estate);
  }

  static AzureNetwork of(Estate estate) {
    return estate.view(AzureNetwork.class, AzureNetwork::new);
  }

  private void add(NetworkInterface attached) {
    attached.virtualMachine().ifPresent(host -> attached.ipConfigurations().forEach(configuration -> add(host, attached, configuration)));
  }

  private void add(ArmId host, NetworkInterface attached, IpConfiguration configuration) {
    Optional<AzureSubnet> subnet = configuration.subnet().flatMap(id -> inventory.find(AzureSubnet.class, id));
    var endpoint = new AzureEndpoint(host, attached, configuration, subnet);
    endpoints.add(endpoint);
    put(byConfiguration, configuration.id(), endpoint);
    put(byHost, host, endpoint);
    configuration.backendOf().forEach(pool -> put(byPool, pool, endpoint));
    if (!configuration.privateAddress().isEmpty()) {
      endpoint.network().ifPresent(network -> put(byAddress, new Place(network, configuration.privateAddress()), endpoint));
    }
  }

  private static <K> void put(Map<K, List<AzureEndpoint>> map, K key, AzureEndpoint endpoint) {
    map.computeIfAbsent(key, none -> new ArrayList<>()).add(endpoint);
  }

  AzureFilters filters() {
    return filters;
  }

  /** Every address of every machine and scale set. */
  List<AzureEndpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /** The addresses that a load balancer means by an id; instances of a scale set that were not read one by one are all alike. */
  List<AzureEndpoint> endpoints(ArmId configuration) {
    int instance = configuration.text().indexOf("/virtualmachines/");
    boolean ofSet = configuration.text().contains("/virtualmachinescalesets/") && instance > 0;
    List<AzureEndpoint> known = byConfiguration.getOrDefault(configuration, List.of());
    return known.isEmpty() && ofSet ? byHost.getOrDefault(new ArmId(configuration.text().substring(0, instance)), List.of()) : known;
  }

  /** The addresses that say themselves that they are in a pool. */
  List<AzureEndpoint> inPool(ArmId pool) {
    return byPool.getOrDefault(pool, List.of());
  }

  List<AzureEndpoint> at(ArmId network, String address) {
    return byAddress.getOrDefault(new Place(network, address), List.of());
  }

  Optional<AzureSubnet> subnet(ArmId id) {
    return inventory.find(AzureSubnet.class, id);
  }

  Optional<NetworkSecurityGroup> group(ArmId id) {
    return inventory.find(NetworkSecurityGroup.class, id);
  }

  Optional<AzureRouteTable> routes(ArmId id) {
    return inventory.find(AzureRouteTable.class, id);
  }

  List<KnownFlaw> flaws(ArmId host) {
    return flaws.usable(host);
  }
}
