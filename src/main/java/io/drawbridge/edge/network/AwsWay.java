package io.drawbridge.edge.network;

import io.drawbridge.edge.network.PacketFilter.AnyOf;
import io.drawbridge.edge.network.PacketFilter.FirstMatch;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.RouteTable;
import io.drawbridge.inventory.aws.SecurityGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way of a TCP packet from an attacker on the internet to an EC2 interface, and of the answer back.
 *
 * <p><b>Not modelled:</b> an attacker whose own port is below {@value #FIRST_EPHEMERAL}, which ACLs for answers usually leave out.
 */
final class AwsWay {

  private static final int FIRST_EPHEMERAL = 1024;
  private static final PortSet EPHEMERAL = PortSet.of(FIRST_EPHEMERAL, PortSet.HIGHEST);
  private static final String TCP_NUMBER = "6";
  private static final String ALL_PROTOCOLS = "-1";

  private final RouteTable table;
  private final Optional<NetworkAcl> acl;
  private final List<SecurityGroup> groups;

  AwsWay(AwsNetwork network, NetworkInterface attached, RouteTable table, Optional<NetworkAcl> acl) {
    this.table = table;
    this.acl = acl;
    this.groups = attached.groupIds().stream().flatMap(group -> network.group(group).stream()).toList();
  }

  /** What arrives from some attacker whose answers also get back. */
  Passed fromInternet() {
    Passed all = Passed.NOTHING;
    for (PublicSource attacker : PublicSource.among(blocks())) {
      all = all.or(from(attacker));
    }
    return all;
  }

  private List<String> blocks() {
    Stream<String> rules = groups.stream().flatMap(group -> group.inbound().stream()).flatMap(rule -> rule.cidrs().stream());
    Stream<String> entries = acl.stream().flatMap(list -> list.entries().stream()).map(NetworkAcl.Entry::cidr);
    Stream<String> routes = table.routes().stream().map(RouteTable.Route::destination);
    return Stream.of(rules, entries, routes).flatMap(texts -> texts).toList();
  }

  private Passed from(PublicSource attacker) {
    Optional<RouteTable.Route> route = route(attacker);
    Passed answer = acl.map(list -> new FirstMatch(entries(list, attacker, true)).pass(EPHEMERAL)).orElse(new Passed(EPHEMERAL, List.of()));
    if (route.isEmpty() || answer.isNothing()) {
      return Passed.NOTHING;
    }
    List<PacketFilter> filters = new ArrayList<>();
    acl.ifPresent(list -> filters.add(new FirstMatch(entries(list, attacker, false))));
    filters.add(new AnyOf(groupRules(attacker)));
    Passed arriving = PacketFilter.through(filters);
    return arriving.isNothing() ? arriving : arriving.or(new Passed(PortSet.NONE, answer.by())).or(new Passed(PortSet.NONE, List.of(
        Observed.network(table.origin(), route.get().pointer(), route.get().destination() + " to " + route.get().target()))));
  }

  /** The most specific route back to the attacker, if it leads to an internet gateway. */
  private Optional<RouteTable.Route> route(PublicSource attacker) {
    return table.routes().stream()
        .filter(route -> attacker.isIn(route.destination()))
        .max(java.util.Comparator.comparingInt(route -> PublicSource.prefixLength(route.destination())))
        .filter(route -> route.target().startsWith("igw-"));
  }

  private static List<FilterRule> entries(NetworkAcl list, PublicSource attacker, boolean egress) {
    return list.entries().stream()
        .filter(entry -> entry.egress() == egress && attacker.isIn(entry.cidr()))
        .filter(entry -> entry.protocol().equals(TCP_NUMBER) || entry.protocol().equals(ALL_PROTOCOLS))
        .map(entry -> new FilterRule(entry.number(), entry.allows(), PortSet.of(entry.fromPort(), entry.toPort()),
            Observed.network(list.origin(), entry.pointer(), words(entry))))
        .toList();
  }

  private static String words(NetworkAcl.Entry entry) {
    String where = entry.egress() ? "outbound to " : "inbound from ";
    return "rule " + entry.number() + (entry.allows() ? " allows " : " denies ") + where + entry.cidr() + " ports " + entry.fromPort() + "-" + entry.toPort();
  }

  private List<FilterRule> groupRules(PublicSource attacker) {
    return groups.stream().flatMap(group -> group.inbound().stream()
        .filter(rule -> rule.protocol().equals("tcp") || rule.protocol().equals(TCP_NUMBER) || rule.protocol().equals(ALL_PROTOCOLS))
        .filter(rule -> rule.cidrs().stream().anyMatch(attacker::isIn))
        .map(rule -> new FilterRule(0, true, PortSet.of(rule.fromPort(), rule.toPort()),
            Observed.network(group.origin(), rule.pointer(), rule.protocol() + " " + rule.fromPort() + "-" + rule.toPort() + " from " + rule.cidrs()))))
        .toList();
  }
}
