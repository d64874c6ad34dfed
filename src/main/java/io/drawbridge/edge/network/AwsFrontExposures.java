package io.drawbridge.edge.network;

import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.network.AwsDelivery.Delivered;
import io.drawbridge.edge.network.AwsFront.Door;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.RouteTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which targets the internet reaches through load balancers that face it: on the target's port, every hop proven. */
final class AwsFrontExposures {

  private final Estate estate;
  private final AwsNetwork network;
  private final AwsTransit transit;
  private final AwsDelivery delivery;
  private final List<CoverageGap> unknown = new ArrayList<>();
  private final List<Exposure> found = new ArrayList<>();

  AwsFrontExposures(Estate estate) {
    this.estate = estate;
    this.network = AwsNetwork.of(estate);
    this.transit = new AwsTransit(estate);
    this.delivery = new AwsDelivery(estate, transit);
    AwsFronts.of(estate).all().stream().filter(AwsFront::isInternetFacing).forEach(front -> front.stands().forEach(stand -> reach(front, stand)));
  }

  List<Exposure> found() {
    return found;
  }

  List<CoverageGap> gaps() {
    return Stream.of(AwsFronts.of(estate).gaps(), transit.gaps(), unknown).flatMap(Collection::stream).toList();
  }

  private void reach(AwsFront front, AwsHost stand) {
    String subnet = stand.subnet().id().name();
    Optional<NetworkAcl> acl = network.acl(subnet);
    Optional<RouteTable> table = network.routeTable(subnet);
    if (table.isEmpty()) {
      unknown.add(Gaps.of(estate, stand.subnet().scope(), AwsExposureView.ROUTE_TABLES, subnet, "whether a route leads from the load balancer's subnet to the internet is not known"));
      return;
    }
    AclUnseen unseen = AclUnseen.of(estate, stand.subnet().scope(), acl, stand.id());
    var way = new AwsWay(network, front.inbound(network), acl, table.get());
    for (IpBlock attacker : Attackers.among(blocks(way, front))) {
      if (attacker.isV6() == stand.address().isV6()) {
        front.doors().forEach(door -> enter(front, door, attacker, way.from(attacker, PortSet.of(door.port(), door.port())), unseen));
      }
    }
  }

  /** Targets that see the client's address tell attackers apart too. */
  private List<IpBlock> blocks(AwsWay way, AwsFront front) {
    List<IpBlock> blocks = new ArrayList<>(way.blocks());
    front.doors().stream().flatMap(door -> door.forwards().stream()).filter(AwsFront.Forward::keepsClient).flatMap(forward -> delivery.hosts(forward).stream())
        .map(AwsHost::groups).distinct().forEach(groups -> blocks.addAll(network.filters().inbound(groups).blocks()));
    return blocks;
  }

  private void enter(AwsFront front, Door door, IpBlock attacker, Passed arriving, AclUnseen unseen) {
    if (arriving.isNothing()) {
      return;
    }
    for (Delivered to : delivery.through(front, door, attacker)) {
      PortSet ports = to.port() == 0 ? PortSet.NONE : PortSet.of(to.port(), to.port());
      found.add(new Exposure(AwsHostNode.of(estate, to.target()), ports, new Proof(arriving.by(), unseen.unread()).and(to.proof()), unseen.condition().and(to.condition()),
          AwsFlaws.of(estate).of(to.target())));
    }
  }
}
