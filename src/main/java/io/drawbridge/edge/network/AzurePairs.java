package io.drawbridge.edge.network;

import io.drawbridge.edge.network.AzureConnected.Link;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.inventory.azure.AzureRouteTable;
import io.drawbridge.inventory.azure.AzureRouteTable.Route;
import java.util.Optional;

/**
 * Which ports of one place a packet from another arrives at: what the law is that sets must keep.
 *
 * <p>Source: learn.microsoft.com, "How network security groups filter network traffic" (out of the interface's group and the subnet's, in by
 * the subnet's and the interface's, between machines of one subnet too), "Virtual network traffic routing" (the longest prefix, and of equal
 * ones the user's). <b>Not modelled:</b> what a firewall or machine that a route leads to passes on: nothing arrives over it here.
 */
record AzurePairs(AzureConnected connected) {

  /** What arrives; nothing where one network does not lead to the other. */
  Passed between(AzurePlace from, AzurePlace to) {
    return between(from, to, PortSet.ALL);
  }

  /** What of some ports arrives. */
  Passed between(AzurePlace from, AzurePlace to, PortSet ports) {
    Optional<Link> out = connected.link(from.network(), to.network());
    Optional<Link> in = connected.link(to.network(), from.network());
    if (out.isEmpty() || in.isEmpty() || from.address().isV6() != to.address().isV6() || !routes(from, to.address()) || !routes(to, from.address())) {
      return Passed.NOTHING;
    }
    Passed sent = leaving(from, to.peer(out.get().tagged()), ports);
    Passed arrived = arriving(to, from.peer(in.get().tagged()), sent.ports());
    return arrived.isNothing() ? Passed.NOTHING : leaving(from, to.peer(out.get().tagged()), arrived.ports()).or(arrived).because(in.get().proof());
  }

  static Passed leaving(AzurePlace from, Peer to) {
    return leaving(from, to, PortSet.ALL);
  }

  private static Passed leaving(AzurePlace from, Peer to, PortSet ports) {
    return PacketFilter.through(from.filters().outbound().reversed(), to, Protocol.TCP, ports);
  }

  static Passed arriving(AzurePlace to, Peer from, PortSet ports) {
    return PacketFilter.through(to.filters().inbound(), from, Protocol.TCP, ports);
  }

  /** Whether the system's route to an address of a connected network is not overruled by one that leads elsewhere. */
  private boolean routes(AzurePlace from, IpBlock address) {
    int system = connected.routed(from.network()).stream().filter(block -> block.contains(address)).mapToInt(IpBlock::prefix).max().orElse(0);
    return from.routes().flatMap(table -> AzureWay.route(table, address)).filter(route -> IpBlock.of(route.addressPrefix()).prefix() >= system)
        .filter(AzurePairs::leadsElsewhere).isEmpty();
  }

  /** Whether no route of the place can overrule the system's within connected networks. */
  boolean followsSystem(AzurePlace place) {
    return place.routes().stream().map(AzureRouteTable::routes).flatMap(routes -> routes.stream()).filter(AzurePairs::leadsElsewhere)
        .flatMap(route -> IpBlock.parse(route.addressPrefix()).stream())
        .noneMatch(block -> connected.routed(place.network()).stream().anyMatch(space -> space.contains(block)));
  }

  private static boolean leadsElsewhere(Route route) {
    return !route.nextHopType().equalsIgnoreCase("VnetLocal");
  }
}
