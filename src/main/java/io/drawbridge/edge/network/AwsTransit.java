package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens to TCP packets on the way from one host of a VPC to another and back: the sender's own rules for what goes out, the network
 * ACLs of both subnets both ways, and the routes both ways.
 *
 * <p>Sources: Amazon VPC User Guide, "Control traffic to subnets using network ACLs" (within one subnet none is asked), "Route priority";
 * Amazon VPC Peering Guide, "Update your route tables" (both sides need a route), "Reference peer security groups". Every VPC routes its own
 * addresses by a local route. <b>Not modelled:</b> appliances in between, to which a more specific route than the local one leads: such a route
 * takes the packets elsewhere; references to groups across transit gateways; ACLs of the subnets that a transit gateway is attached by.
 */
final class AwsTransit {

  private static final Operation GROUPS = new Operation("ec2", "describe-security-groups");

  private final Estate estate;
  private final AwsNetwork network;
  private final TransitGateways gateways;
  private final Set<CoverageGap> gaps = new TreeSet<>();

  AwsTransit(Estate estate) {
    this.estate = estate;
    this.network = AwsNetwork.of(estate);
    this.gateways = new TransitGateways(estate);
  }

  /**
   * What gets there.
   *
   * @param references whether groups of the sender's VPC may be named by those of the receiver's
   */
  record Carried(PortSet ports, boolean references, Proof proof, Condition condition) {
    static final Carried NOTHING = new Carried(PortSet.NONE, false, Proof.of(List.of()), Condition.NONE);
  }

  /** The two routes, there and back; nothing more within one VPC. */
  private record Routed(boolean references, List<Evidence> by) {}

  TransitGateways gateways() {
    return gateways;
  }

  Set<CoverageGap> gaps() {
    return gaps;
  }

  Carried between(AwsHost from, AwsHost to) {
    Optional<Routed> routed = from.address().isV6() != to.address().isV6() ? Optional.empty() : from.vpc().equals(to.vpc()) ? within(from, to) : across(from, to);
    if (routed.isEmpty()) {
      return Carried.NOTHING;
    }
    Passed passed = outbound(from, to);
    if (!from.subnet().equals(to.subnet())) {
      passed = acls(from, to, passed);
    }
    List<Evidence> evidence = new ArrayList<>(passed.by());
    evidence.addAll(routed.get().by);
    return passed.isNothing() ? Carried.NOTHING : new Carried(passed.ports(), routed.get().references, new Proof(evidence, unread(from, to)),
        acl(from).condition().and(acl(to).condition()));
  }

  private Passed outbound(AwsHost from, AwsHost to) {
    return from.isOpenOutbound() ? new Passed(PortSet.ALL, List.of()) : network.filters().outbound(from.groups()).pass(to.peer(), Protocol.TCP, PortSet.ALL);
  }

  private Passed acls(AwsHost from, AwsHost to, Passed sent) {
    Optional<NetworkAcl> near = network.acl(from.subnet().id().name());
    Optional<NetworkAcl> far = network.acl(to.subnet().id().name());
    Passed leaves = near.map(acl -> network.filters().egress(acl).pass(to.peer(), Protocol.TCP, sent.ports())).orElse(new Passed(sent.ports(), List.of()));
    Passed enters = far.map(acl -> network.filters().ingress(acl).pass(from.peer(), Protocol.TCP, leaves.ports())).orElse(new Passed(leaves.ports(), List.of()));
    Passed answers = far.map(acl -> network.filters().egress(acl).pass(from.peer(), Protocol.TCP, AwsWay.EPHEMERAL)).orElse(new Passed(AwsWay.EPHEMERAL, List.of()));
    Passed answered = near.map(acl -> network.filters().ingress(acl).pass(to.peer(), Protocol.TCP, answers.ports())).orElse(new Passed(answers.ports(), List.of()));
    return enters.isNothing() || answered.isNothing() ? Passed.NOTHING
        : enters.because(sent.by()).because(leaves.by()).because(answers.by()).because(answered.by());
  }

  private Optional<Routed> within(AwsHost from, AwsHost to) {
    return staysInside(from, to) && staysInside(to, from) ? Optional.of(new Routed(true, List.of())) : Optional.empty();
  }

  private boolean staysInside(AwsHost from, AwsHost to) {
    return route(from, to).map(route -> !isElsewhere(route, from, to)).orElse(true);
  }

  /** A route that is no more specific than the local one yields to it: only a part of the VPC's block leads elsewhere. */
  private boolean isElsewhere(RouteTable.Route route, AwsHost from, AwsHost to) {
    boolean local = table(from).stream().flatMap(table -> table.routes().stream()).filter(one -> one.target().equals("local"))
        .flatMap(one -> network.blocks(one.destination()).stream()).anyMatch(block -> block.contains(to.address()));
    return local && !route.target().equals("local");
  }

  private Optional<Routed> across(AwsHost from, AwsHost to) {
    Optional<RouteTable.Route> there = route(from, to).filter(RouteTable.Route::active);
    Optional<RouteTable.Route> back = route(to, from).filter(RouteTable.Route::active);
    if (there.isEmpty() || back.isEmpty() || !there.get().target().equals(back.get().target())) {
      return Optional.empty();
    }
    List<Evidence> by = new ArrayList<>(List.of(evidence(from, there.get()), evidence(to, back.get())));
    String gateway = there.get().target();
    if (gateway.startsWith("pcx-")) {
      return Optional.of(new Routed(true, by));
    }
    Optional<List<Evidence>> passes = gateway.startsWith("tgw-") ? gateways.both(gateway, from, to, gaps) : Optional.empty();
    passes.ifPresent(by::addAll);
    return passes.map(more -> new Routed(false, by));
  }

  private Optional<RouteTable> table(AwsHost host) {
    return network.routeTable(host.subnet().id().name());
  }

  private Optional<RouteTable.Route> route(AwsHost from, AwsHost to) {
    return table(from).flatMap(table -> network.route(table, to.address()));
  }

  private Evidence evidence(AwsHost from, RouteTable.Route route) {
    return Observed.network(table(from).orElseThrow().origin(), route.pointer(), route.destination() + " to " + route.target());
  }

  private List<Unread> unread(AwsHost from, AwsHost to) {
    List<Unread> unread = new ArrayList<>(acl(from).unread());
    unread.addAll(acl(to).unread());
    if (!from.tellsOutbound()) {
      unread.add(new Unread(from.subnet().scope(), GROUPS.toString()));
    }
    return unread;
  }

  private AclUnseen acl(AwsHost host) {
    Arn subnet = host.subnet().id();
    return AclUnseen.of(estate, host.subnet().scope(), network.acl(subnet.name()), Arn.of("ec2", subnet.region(), subnet.account(), "vpc/" + host.vpc()));
  }
}
