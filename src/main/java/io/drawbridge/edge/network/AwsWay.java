package io.drawbridge.edge.network;

import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way of a TCP packet from an attacker on the internet to an address of an EC2 interface, and of the answer back.
 *
 * <p><b>Not modelled:</b> an attacker whose own port is below {@value #FIRST_EPHEMERAL}, which ACLs for answers usually leave out.
 */
record AwsWay(AwsNetwork network, PacketFilter inbound, Optional<NetworkAcl> acl, RouteTable table) {

  private static final int FIRST_EPHEMERAL = 1024;

  /** The ports that answers go to. */
  static final PortSet EPHEMERAL = PortSet.of(FIRST_EPHEMERAL, PortSet.HIGHEST);

  /** What of the ports asked for arrives from some attacker whose answers also get back. */
  Passed fromInternet(boolean v6, PortSet asked) {
    Passed all = Passed.NOTHING;
    for (IpBlock attacker : Attackers.among(blocks())) {
      all = attacker.isV6() == v6 ? all.or(from(attacker, asked)) : all;
    }
    return all;
  }

  /** The blocks by which attackers are told apart. */
  List<IpBlock> blocks() {
    Stream<IpBlock> rules = inbound.blocks().stream();
    Stream<IpBlock> entries = acl.stream().flatMap(list -> Stream.of(network.filters().ingress(list), network.filters().egress(list))).flatMap(filter -> filter.blocks().stream());
    Stream<IpBlock> routes = table.routes().stream().flatMap(route -> network.blocks(route.destination()).stream());
    return Stream.of(rules, entries, routes).flatMap(blocks -> blocks).toList();
  }

  /** What arrives from one attacker, if answers get back. */
  Passed from(IpBlock address, PortSet asked) {
    Peer attacker = Peer.at(address);
    Optional<RouteTable.Route> back = network.route(table, address).filter(route -> route.active() && route.target().startsWith("igw-"));
    Passed answer = acl.map(list -> network.filters().egress(list).pass(attacker, Protocol.TCP, EPHEMERAL)).orElse(new Passed(EPHEMERAL, List.of()));
    if (back.isEmpty() || answer.isNothing()) {
      return Passed.NOTHING;
    }
    List<PacketFilter> ways = new ArrayList<>();
    acl.ifPresent(list -> ways.add(network.filters().ingress(list)));
    ways.add(inbound);
    Passed arriving = PacketFilter.through(ways, attacker, Protocol.TCP, asked);
    return arriving.isNothing() ? arriving : arriving.because(answer.by())
        .because(List.of(Observed.network(table.origin(), back.get().pointer(), back.get().destination() + " to " + back.get().target())));
  }
}
