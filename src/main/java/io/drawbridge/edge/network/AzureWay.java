package io.drawbridge.edge.network;

import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.azure.AzureRouteTable;
import io.drawbridge.inventory.azure.AzureRouteTable.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The way of a TCP packet from an attacker on the internet to an address in a virtual network, and of the answer back.
 *
 * <p>Source: learn.microsoft.com, "How network security groups filter network traffic", "Virtual network traffic routing". <b>Not
 * modelled:</b> default routes that a gateway learns from elsewhere.
 *
 * @param filters of the subnet and of the interface: a packet must pass each
 * @param openWithoutGroup proof that packets arrive where there is no filter; empty where a filter has to let them in
 */
record AzureWay(List<PacketFilter> filters, Optional<AzureRouteTable> routes, Optional<Evidence> openWithoutGroup) {

  private static final Set<String> OUTSIDE = Set.of(AzureFilters.INTERNET);
  private static final Set<String> RENTED = Set.of(AzureFilters.INTERNET, AzureFilters.AZURE_CLOUD);

  AzureWay {
    filters = List.copyOf(filters);
  }

  /** What of the ports arrives from some attacker whose answers also get back. */
  Passed fromInternet(PortSet ports, boolean v6) {
    Passed all = Passed.NOTHING;
    for (IpBlock attacker : Attackers.among(blocks())) {
      if (attacker.isV6() == v6) {
        for (Set<String> tags : tags()) {
          all = all.or(from(new Peer(attacker, tags), ports));
        }
      }
    }
    return all;
  }

  /** An attacker with a machine in Azure matters where rules speak of those. */
  private List<Set<String>> tags() {
    boolean apart = filters.stream().flatMap(filter -> filter.rules().stream()).anyMatch(rule -> rule.peers().groups().contains(AzureFilters.AZURE_CLOUD));
    return apart ? List.of(OUTSIDE, RENTED) : List.of(OUTSIDE);
  }

  private List<IpBlock> blocks() {
    Stream<IpBlock> sources = filters.stream().flatMap(filter -> filter.blocks().stream());
    Stream<IpBlock> prefixes = routes.stream().flatMap(table -> table.routes().stream()).flatMap(route -> IpBlock.parse(route.addressPrefix()).stream());
    return Stream.concat(sources, prefixes).toList();
  }

  /** What of the ports arrives from one address outside. */
  Passed fromAddress(IpBlock address, PortSet ports) {
    return from(new Peer(address, OUTSIDE), ports);
  }

  private Passed from(Peer attacker, PortSet ports) {
    Optional<Route> route = routes.flatMap(table -> route(table, attacker.address()));
    if (route.isPresent() && !route.get().nextHopType().equalsIgnoreCase("Internet")) {
      return Passed.NOTHING;
    }
    if (filters.isEmpty()) {
      return openWithoutGroup.isEmpty() ? Passed.NOTHING : new Passed(ports, List.of(openWithoutGroup.get()));
    }
    Passed arriving = PacketFilter.through(filters, attacker, Protocol.TCP, ports);
    List<Evidence> back = new ArrayList<>();
    route.ifPresent(taken -> routes.ifPresent(table -> back.add(evidence(table, taken))));
    return arriving.isNothing() ? arriving : arriving.because(back);
  }

  static Evidence evidence(AzureRouteTable table, Route route) {
    return Observed.network(table.origin(), route.pointer(), route.addressPrefix() + " to " + route.nextHopType());
  }

  /** The most specific user route to an address, or to all of a block; without one, the system's route is taken. */
  static Optional<Route> route(AzureRouteTable table, IpBlock address) {
    return table.routes().stream()
        .filter(route -> IpBlock.parse(route.addressPrefix()).filter(block -> block.contains(address)).isPresent())
        .max(Comparator.comparingInt(route -> IpBlock.of(route.addressPrefix()).prefix()));
  }
}
