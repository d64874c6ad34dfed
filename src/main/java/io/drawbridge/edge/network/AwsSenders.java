package io.drawbridge.edge.network;

import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.network.AwsTransit.Carried;
import io.drawbridge.edge.network.Senders.Part;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.RouteTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whom rules let in, as sets: the hosts in a block or in a group, by the place they send from.
 *
 * <p>Why sets of sets: which places' packets get to a receiver's place is worked out once for all of the receiver's rules that speak of the
 * same block or group, so the cost is rules + blocks × pairs of places, not rules × places.
 */
final class AwsSenders {

  private final AwsNetwork network;
  private final AwsTransit transit;
  private final Map<String, Map<String, Map<AwsPlace, List<AwsHost>>>> bySelector = new HashMap<>();
  private final Map<String, Set<String>> neighbours = new HashMap<>();
  private final Map<Way, Carried> carried = new HashMap<>();
  private final Map<Entry, List<Admitted>> admitted = new HashMap<>();

  private record Way(AwsPlace from, AwsPlace to) {}

  private record Entry(String selector, AwsPlace to) {}

  /** Senders whose packets to these ports get as far as the receiver's security group. */
  record Admitted(Senders senders, PortSet ports, Proof proof, Condition condition) {}

  AwsSenders(AwsNetwork network, AwsTransit transit, AwsPlaces places, Collection<AwsHost> hosts) {
    this.network = network;
    this.transit = transit;
    List<FilterRule> rules = hosts.stream().filter(host -> !host.receives().isEmpty()).map(AwsHost::groups).distinct()
        .flatMap(groups -> network.filters().inbound(groups).rules().stream()).distinct().toList();
    var blocks = new BlockIndex(Stream.concat(Peers.ANYBODY.blocks().stream(), rules.stream().flatMap(rule -> rule.peers().blocks().stream())).toList());
    Set<String> groups = new HashSet<>();
    rules.forEach(rule -> groups.addAll(rule.peers().groups()));
    for (AwsHost host : hosts) {
      if (host.sends()) {
        AwsPlace place = places.ofSender(host);
        blocks.around(host.address()).forEach(block -> add(block.toString(), place, host));
        host.groupIds().stream().filter(groups::contains).forEach(group -> add(group, place, host));
      }
    }
    neighbours(network.tables());
  }

  private void add(String selector, AwsPlace place, AwsHost host) {
    bySelector.computeIfAbsent(selector, none -> new HashMap<>()).computeIfAbsent(place.vpc(), none -> new LinkedHashMap<>())
        .computeIfAbsent(place, none -> new ArrayList<>()).add(host);
  }

  /** The VPCs that share a peering connection or a transit gateway. */
  private void neighbours(List<RouteTable> tables) {
    Map<String, Set<String>> byGateway = new HashMap<>();
    for (RouteTable table : tables) {
      table.routes().stream().map(RouteTable.Route::target).filter(target -> target.startsWith("pcx-") || target.startsWith("tgw-"))
          .forEach(target -> byGateway.computeIfAbsent(target, none -> new TreeSet<>()).add(table.vpcId()));
    }
    byGateway.values().forEach(vpcs -> vpcs.forEach(vpc -> neighbours.computeIfAbsent(vpc, none -> new TreeSet<>(Set.of(vpc))).addAll(vpcs)));
  }

  /** The senders that a rule speaks of, by what of their packets gets to a receiver. */
  List<Admitted> of(Peers peers, AwsHost receiver, AwsPlace to) {
    List<Admitted> all = new ArrayList<>();
    peers.blocks().forEach(block -> all.addAll(of(block.toString(), false, receiver, to)));
    peers.groups().stream().sorted().forEach(group -> all.addAll(of(group, true, receiver, to)));
    return all;
  }

  private List<Admitted> of(String selector, boolean reference, AwsHost receiver, AwsPlace to) {
    var entry = new Entry(selector, to);
    List<Admitted> known = admitted.get(entry);
    if (known == null) {
      known = admit(selector, reference, receiver, to);
      admitted.put(entry, known);
    }
    return known;
  }

  private List<Admitted> admit(String selector, boolean reference, AwsHost receiver, AwsPlace to) {
    Map<PortSet, List<Part>> byPorts = new LinkedHashMap<>();
    Map<String, Map<AwsPlace, List<AwsHost>>> byVpc = bySelector.getOrDefault(selector, Map.of());
    for (String vpc : neighbours.getOrDefault(to.vpc(), Set.of(to.vpc()))) {
      byVpc.getOrDefault(vpc, Map.of()).forEach((place, hosts) -> {
        Carried way = carried.computeIfAbsent(new Way(place, to), none -> transit.between(hosts.getFirst(), receiver));
        if (!way.ports().isEmpty() && (way.references() || !reference)) {
          byPorts.computeIfAbsent(way.ports(), none -> new ArrayList<>()).add(new Part(senders(selector, place, hosts), way.proof(), way.condition()));
        }
      });
    }
    return byPorts.entrySet().stream().map(one -> admitted(selector, to, one.getKey(), one.getValue())).toList();
  }

  private static Admitted admitted(String selector, AwsPlace to, PortSet ports, List<Part> parts) {
    if (parts.size() == 1) {
      Part only = parts.getFirst();
      return new Admitted(only.senders(), ports, only.proof(), only.condition());
    }
    String range = ports.equals(PortSet.ALL) ? "" : ":" + ports;
    return new Admitted(Senders.together(to.account() + "/" + to.vpc() + "/" + selector + "/to" + to.suffix() + range, parts), ports, Proof.of(List.of()), Condition.NONE);
  }

  private Senders senders(String selector, AwsPlace place, List<AwsHost> hosts) {
    return Senders.of(place.account() + "/" + place.vpc() + "/" + selector + place.suffix(), hosts.stream().map(host -> new Member(host.id(), proof(host))).toList());
  }

  /** Hosts at one place may be let out by rules of different groups, if those let everything out; other rules are the place's. */
  private Proof proof(AwsHost host) {
    IpBlock all = host.address().isV6() ? IpBlock.ALL_V6 : IpBlock.ALL_V4;
    return host.proof().and(Proof.of(network.filters().outbound(host.groups()).rules().stream()
        .filter(rule -> rule.protocol() == Protocol.ANY && rule.peers().blocks().contains(all)).limit(1).map(FilterRule::evidence).toList()));
  }
}
