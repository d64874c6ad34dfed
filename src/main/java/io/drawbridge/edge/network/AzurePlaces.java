package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.network.AzurePlace.Filters;
import io.drawbridge.edge.network.AzurePlace.Unseen;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.inventory.azure.AzureRouteTable;
import io.drawbridge.inventory.azure.AzureSubnet;
import io.drawbridge.inventory.azure.NetworkInterface;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.PrivateEndpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every address of a machine or scale set, by the places that rules and routes tell apart. */
final class AzurePlaces {

  private static final int HASH_DIGITS = 16;

  private final Estate estate;
  private final AzureNetwork network;
  private final BlockIndex spoken;
  private final SortedMap<Key, List<AzureEndpoint>> endpoints = new TreeMap<>();
  private final List<AzurePlace> all = new ArrayList<>();
  private final Map<ArmId, AzurePlace> byAddress = new HashMap<>();
  private final Map<ArmId, CoverageGap> gaps = new TreeMap<>();

  /**
   * What tells an address from another.
   *
   * @param interfaceGroup network security group of the interface, or empty
   * @param block the narrowest that some rule or route speaks of
   */
  private record Key(ArmId subnet, String interfaceGroup, String applicationGroups, IpBlock block) implements Comparable<Key> {
    String scope() {
      var hash = new ContentHash();
      Stream.of(interfaceGroup, applicationGroups, block.toString()).forEach(hash::add);
      return subnet.text() + "/place-" + hash.hex().substring(0, HASH_DIGITS);
    }

    @Override
    public int compareTo(Key other) {
      int bySubnet = subnet.compareTo(other.subnet);
      int byGroup = bySubnet != 0 ? bySubnet : interfaceGroup.compareTo(other.interfaceGroup);
      int byGroups = byGroup != 0 ? byGroup : applicationGroups.compareTo(other.applicationGroups);
      return byGroups != 0 ? byGroups : block.compareTo(other.block);
    }
  }

  private AzurePlaces(Estate estate) {
    this.estate = estate;
    network = AzureNetwork.of(estate);
    spoken = new BlockIndex(blocks());
    network.endpoints().forEach(this::add);
    endpoints.forEach((key, here) -> {
      AzurePlace place = place(key, here);
      all.add(place);
      here.forEach(endpoint -> byAddress.put(endpoint.configuration().id(), place));
    });
  }

  static AzurePlaces of(Estate estate) {
    return estate.view(AzurePlaces.class, AzurePlaces::new);
  }

  static Peer peer(IpBlock address, Set<String> groups, boolean tagged) {
    Set<String> named = new HashSet<>(groups);
    if (tagged) {
      named.add(AzureFilters.VIRTUAL_NETWORK);
    }
    return new Peer(address, named);
  }

  List<AzurePlace> all() {
    return List.copyOf(all);
  }

  /** The place of an address; empty when its subnet was not read. */
  Optional<AzurePlace> of(AzureEndpoint endpoint) {
    return Optional.ofNullable(byAddress.get(endpoint.configuration().id()));
  }

  /** A whole subnet, for a service that stands somewhere in it; empty when it has no block. */
  Optional<AzurePlace> of(AzureSubnet subnet) {
    return subnet.addressBlocks().stream().flatMap(block -> IpBlock.parse(block).stream()).findFirst().map(block -> place(subnet.id().text(), subnet.id(),
        Optional.of(subnet), new Inside(subnet.networkSecurityGroup().stream().toList(), new AzureFilters.Named(Optional.of(block), Set.of()), block), List.of()));
  }

  /** Where a private endpoint is; its subnet's group filters nothing there unless the subnet says so. Empty when the subnet or the address was not read. */
  Optional<AzurePlace> of(PrivateEndpoint endpoint) {
    Optional<AzureSubnet> subnet = endpoint.subnet().flatMap(network::subnet);
    Optional<IpBlock> address = endpoint.networkInterfaces().stream().flatMap(id -> estate.inventory().find(NetworkInterface.class, id).stream())
        .flatMap(attached -> attached.ipConfigurations().stream()).flatMap(configuration -> IpBlock.parse(configuration.privateAddress()).stream()).findFirst();
    return subnet.flatMap(inside -> address.map(own -> place(endpoint.id().text(), inside.id(), Optional.empty(),
        new Inside(inside.filtersEndpoints() ? inside.networkSecurityGroup().stream().toList() : List.of(), new AzureFilters.Named(address, Set.of()), own), List.of())));
  }

  List<CoverageGap> gaps() {
    return List.copyOf(gaps.values());
  }

  /** Every block that a rule of a group or a route speaks of. */
  Set<IpBlock> blocks() {
    Set<IpBlock> blocks = new HashSet<>(Peers.ANYBODY.blocks());
    for (NetworkSecurityGroup group : estate.inventory().all(NetworkSecurityGroup.class)) {
      group.rules().stream().flatMap(rule -> Stream.concat(rule.sources().stream(), rule.destinations().stream()))
          .forEach(text -> IpBlock.parse(text).ifPresent(blocks::add));
    }
    estate.inventory().all(AzureRouteTable.class).stream().flatMap(table -> table.routes().stream())
        .forEach(route -> IpBlock.parse(route.addressPrefix()).ifPresent(blocks::add));
    return blocks;
  }

  private void add(AzureEndpoint endpoint) {
    if (endpoint.subnet().isEmpty()) {
      gaps.putIfAbsent(endpoint.subnetId(), Gaps.of(estate, AzureUnseen.scope(endpoint.subnetId()), AzureExposureView.NETWORKS, endpoint.subnetId().text(),
          "which other machines reach those in the subnet is not known"));
      return;
    }
    endpoint.address().flatMap(spoken::closest).ifPresent(block -> endpoints.computeIfAbsent(new Key(endpoint.subnetId(),
        endpoint.attached().networkSecurityGroup().map(ArmId::text).orElse(""), new TreeSet<>(endpoint.named().groups()).toString(), block),
        none -> new ArrayList<>()).add(endpoint));
  }

  private AzurePlace place(Key key, List<AzureEndpoint> here) {
    AzureEndpoint one = here.getFirst();
    return place(key.scope(), key.subnet, one.subnet(), new Inside(one.groupIds(), one.named(), one.address().orElse(key.block)), here);
  }

  /**
   * What is asked of a packet inside of the subnet.
   *
   * @param groupIds of network security groups, in the order that a packet comes in
   */
  private record Inside(List<ArmId> groupIds, AzureFilters.Named named, IpBlock address) {}

  private AzurePlace place(String scope, ArmId subnetId, Optional<AzureSubnet> subnet, Inside inside, List<AzureEndpoint> here) {
    var unseen = new AzureUnseen(estate, subnetId);
    List<PacketFilter> inbound = new ArrayList<>();
    List<PacketFilter> outbound = new ArrayList<>();
    for (ArmId id : inside.groupIds) {
      network.group(id).ifPresentOrElse(group -> {
        inbound.add(network.filters().inbound(group, inside.named));
        outbound.add(network.filters().outbound(group, inside.named));
      }, () -> unseen.add(AzureExposureView.GROUPS, id, "the network security group " + id.name()));
    }
    Optional<ArmId> table = subnet.flatMap(AzureSubnet::routeTable);
    Optional<AzureRouteTable> routes = table.flatMap(network::routes);
    table.filter(known -> routes.isEmpty()).ifPresent(known -> unseen.add(AzureExposureView.ROUTE_TABLES, known, "the subnet's route table"));
    return new AzurePlace(scope, AzureEndpoint.networkOf(subnetId).orElse(subnetId), subnetId, inside.address, inside.named.groups(),
        new Filters(inbound, outbound), routes, new Unseen(unseen.proof(), unseen.condition()), here);
  }
}
