package io.drawbridge.edge.network;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From one host of a VPC to another that its packets arrive at, whether in the same VPC or in one that routes lead to both ways,
 * by itself or by an internal load balancer.
 *
 * <p>Sources: Amazon VPC User Guide, "Security group rules", and what {@link AwsTransit} names. <b>Not modelled:</b> UDP; what comes through
 * VPC endpoints, VPN and Direct Connect; sources that a NAT gateway or an appliance hides.
 */
final class AwsReach implements EdgeRule {

  private static final Operation GROUPS = new Operation("ec2", "describe-security-groups");
  private static final Operation PREFIX_LISTS = new Operation("ec2", "get-managed-prefix-list-entries");

  @Override
  public List<Operation> reads() {
    return List.of(GROUPS, new Operation("ec2", "describe-network-interfaces"), PREFIX_LISTS, TransitGateways.ATTACHMENTS, TransitGateways.ROUTES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ReachEdges.INSIDE_VULNERABILITY, ReachEdges.INSIDE_SERVICE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsHosts hosts = AwsHosts.of(estate);
    AwsNetwork network = AwsNetwork.of(estate);
    var transit = new AwsTransit(estate);
    List<AwsFront> fronts = AwsFronts.of(estate).all().stream().filter(front -> !front.isInternetFacing()).toList();
    List<AwsHost> all = Stream.concat(hosts.all().stream(), fronts.stream().flatMap(front -> front.stands().stream())).toList();
    var places = new AwsPlaces(network, all, transit.gateways().blocks());
    var senders = new AwsSenders(network, transit, places, all);
    var sets = new ReachSets(sink);
    Map<Door, List<AwsHost>> doors = doors(hosts, places);
    doors.forEach((door, members) -> draw(network, door, members, estate, senders, sets));
    var behind = new AwsFrontReach(estate, transit, places, senders, sets);
    fronts.forEach(behind::draw);
    hosts.gaps().forEach(sink::gap);
    transit.gaps().forEach(sink::gap);
    gaps(estate, network, doors.keySet(), sink);
  }

  /** Receivers that one group lets packets in to, and that filters and routes do not tell apart. */
  private record Door(String group, AwsPlace place, PortSet receives) {}

  private static Map<Door, List<AwsHost>> doors(AwsHosts hosts, AwsPlaces places) {
    Map<Door, List<AwsHost>> doors = new LinkedHashMap<>();
    for (AwsHost host : hosts.all()) {
      if (!host.receives().isEmpty()) {
        AwsPlace place = places.ofReceiver(host);
        host.groupIds().stream().sorted().forEach(group -> doors.computeIfAbsent(new Door(group, place, host.receives()), none -> new ArrayList<>()).add(host));
      }
    }
    return doors;
  }

  private static void draw(AwsNetwork network, Door door, List<AwsHost> members, Estate estate, AwsSenders senders, ReachSets sets) {
    String ports = door.receives.equals(PortSet.ALL) ? "" : ":" + door.receives;
    var receivers = new Receivers(door.place.account() + "/" + door.place.vpc() + "/" + door.group + door.place.suffix() + ports, members.stream()
        .map(host -> new Receivers.Receiver(host.id(), host.proof(), AwsFlaws.of(estate).of(host.id()))).toList());
    for (FilterRule rule : network.filters().inbound(network.groups(List.of(door.group))).rules()) {
      if (rule.protocol().includes(Protocol.TCP)) {
        Proof proof = Proof.of(List.of(rule.evidence()));
        PortSet open = rule.ports().intersect(door.receives);
        senders.of(rule.peers(), members.getFirst(), door.place).forEach(entry -> sets.open(entry.senders(), entry.proof().and(proof),
            entry.condition(), open.intersect(entry.ports()), receivers));
      }
    }
  }

  private static void gaps(Estate estate, AwsNetwork network, Set<Door> doors, EdgeSink sink) {
    Set<String> lists = new LinkedHashSet<>();
    for (Door door : doors) {
      if (network.group(door.group).isEmpty()) {
        sink.gap(Gaps.of(estate, io.drawbridge.cloud.Scope.account(door.place.account()), GROUPS, door.group, "which ports the security group opens is not known"));
      }
      network.group(door.group).ifPresent(group -> group.inbound().forEach(rule -> rule.prefixListIds().stream().filter(list -> !network.knowsPrefixList(list) && lists.add(list))
          .forEach(list -> sink.gap(Gaps.of(estate, group.scope(), PREFIX_LISTS, list, "whom the prefix list lets in is not known")))));
    }
  }
}
