package io.drawbridge.edge.network;

import io.drawbridge.edge.network.PacketFilter.AnyOf;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.edge.network.SecurityRules.Target;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.AzureRouteTable;
import io.drawbridge.inventory.azure.AzureRouteTable.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way of a TCP packet from an attacker on the internet to an Azure interface, and of the answer back.
 *
 * <p>Source: learn.microsoft.com, "How network security groups filter network traffic", "Virtual network traffic routing", "Public IP
 * addresses": a standard address is closed until a group opens it, a basic one is open until a group closes it.
 *
 * @param groups of the subnet and of the interface: a packet must pass each
 * @param openWithoutGroup proof that the address is a basic one; empty for a standard one
 */
record AzureWay(List<NetworkSecurityGroup> groups, Optional<AzureRouteTable> routes, Target target, Optional<Evidence> openWithoutGroup) {

  AzureWay {
    groups = List.copyOf(groups);
  }

  /** What arrives from some attacker whose answers also get back. */
  Passed fromInternet() {
    Passed all = Passed.NOTHING;
    for (IpBlock attacker : Attackers.among(blocks())) {
      all = attacker.isV6() ? all : all.or(from(attacker));
    }
    return all;
  }

  private List<IpBlock> blocks() {
    Stream<String> sources = groups.stream().flatMap(group -> group.rules().stream()).flatMap(rule -> rule.sources().stream());
    Stream<String> prefixes = routes.stream().flatMap(table -> table.routes().stream()).map(Route::addressPrefix);
    return Stream.concat(sources, prefixes).flatMap(text -> IpBlock.parse(text).stream()).toList();
  }

  private Passed from(IpBlock attacker) {
    Optional<Route> route = route(attacker);
    if (route.isPresent() && !route.get().nextHopType().equalsIgnoreCase("Internet")) {
      return Passed.NOTHING;
    }
    List<PacketFilter> filters = new ArrayList<>();
    groups.forEach(group -> filters.add(new SecurityRules(target).filter(group)));
    if (groups.isEmpty()) {
      filters.add(new AnyOf(openWithoutGroup.stream().map(basic -> new FilterRule(0, true, Protocol.ANY, PortSet.ALL, Peers.ANYBODY, basic)).toList()));
    }
    Passed arriving = PacketFilter.through(filters, Peer.at(attacker), Protocol.TCP, PortSet.ALL);
    return arriving.isNothing() || route.isEmpty() ? arriving : arriving.because(routes.stream()
        .map(table -> Observed.network(table.origin(), route.get().pointer(), route.get().addressPrefix() + " to " + route.get().nextHopType()))
        .toList());
  }

  /** The most specific user route back to the attacker; without one, the system's route leads to the internet. */
  private Optional<Route> route(IpBlock attacker) {
    return routes.stream().flatMap(table -> table.routes().stream())
        .filter(route -> IpBlock.parse(route.addressPrefix()).filter(block -> block.contains(attacker)).isPresent())
        .max(Comparator.comparingInt(route -> IpBlock.of(route.addressPrefix()).prefix()));
  }
}
