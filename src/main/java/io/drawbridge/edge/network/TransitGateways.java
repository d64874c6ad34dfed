package io.drawbridge.edge.network;

import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.aws.TransitGatewayAttachment;
import io.drawbridge.inventory.aws.TransitGatewayRoutes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From which VPC's attachment to which a transit gateway passes packets: by the table that the attachment is associated with.
 *
 * <p>Source: Amazon VPC Transit Gateways guide, "How transit gateways work", "Transit gateway route tables". <b>Not modelled:</b> peered transit
 * gateways; Connect attachments; policy tables.
 */
final class TransitGateways {

  static final Operation ATTACHMENTS = new Operation("ec2", "describe-transit-gateway-attachments");
  static final Operation ROUTES = new Operation("ec2", "search-transit-gateway-routes");

  private final Estate estate;
  private final Map<String, TransitGatewayAttachment> ofVpc = new HashMap<>();
  private final Map<String, TransitGatewayAttachment> ofVpn = new HashMap<>();
  private final Map<String, TransitGatewayRoutes> tables = new HashMap<>();

  TransitGateways(Estate estate) {
    this.estate = estate;
    estate.inventory().all(TransitGatewayAttachment.class).stream().filter(one -> one.isAvailable() && one.resourceType().equals("vpc"))
        .forEach(one -> ofVpc.put(one.gatewayId() + " " + one.resourceId(), one));
    estate.inventory().all(TransitGatewayAttachment.class).stream().filter(one -> one.isAvailable() && one.resourceType().equals("vpn"))
        .forEach(one -> ofVpn.put(one.gatewayId() + " " + one.resourceId(), one));
    estate.inventory().all(TransitGatewayRoutes.class).forEach(table -> tables.put(table.id().name(), table));
  }

  /** The blocks by which tables tell addresses apart. */
  List<IpBlock> blocks() {
    return tables.values().stream().flatMap(table -> table.routes().stream()).flatMap(route -> IpBlock.parse(route.destination()).stream()).distinct().toList();
  }

  /** The routes there and back, if both are there. */
  Optional<List<Evidence>> both(String gateway, AwsHost from, AwsHost to, Set<CoverageGap> gaps) {
    Optional<List<Evidence>> there = passes(gateway, from, to, gaps);
    Optional<List<Evidence>> back = passes(gateway, to, from, gaps);
    return there.flatMap(one -> back.map(other -> {
      List<Evidence> all = new ArrayList<>(one);
      all.addAll(other);
      return all;
    }));
  }

  private Optional<List<Evidence>> passes(String gateway, AwsHost from, AwsHost to, Set<CoverageGap> gaps) {
    TransitGatewayAttachment near = ofVpc.get(gateway + " " + from.vpc());
    TransitGatewayAttachment far = ofVpc.get(gateway + " " + to.vpc());
    if (near == null || far == null) {
      gaps.add(gap(from, ATTACHMENTS, gateway, "whether the transit gateway leads from one VPC to the other is not known"));
      return Optional.empty();
    }
    TransitGatewayRoutes table = tables.get(near.routeTableId());
    if (table == null) {
      if (!near.routeTableId().isEmpty()) {
        gaps.add(gap(from, ROUTES, near.routeTableId(), "where the transit gateway's table leads is not known"));
      }
      return Optional.empty();
    }
    return table.routes().stream().filter(route -> IpBlock.parse(route.destination()).filter(block -> block.contains(to.address())).isPresent())
        .max(Comparator.comparingInt(route -> IpBlock.of(route.destination()).prefix()))
        .filter(route -> route.active() && route.attachmentIds().contains(far.id().name()))
        .map(route -> List.of(Observed.network(near.origin(), "/Association", near.resourceId() + " by " + near.routeTableId()),
            Observed.network(table.origin(), route.pointer(), route.destination() + " to " + far.resourceId())));
  }

  /** The routes from a host's VPC to an address behind a VPN connection and back; empty where one is missing or was not read. */
  Optional<List<Evidence>> throughVpn(String gateway, String vpn, AwsHost host, IpBlock far) {
    TransitGatewayAttachment near = ofVpc.get(gateway + " " + host.vpc());
    TransitGatewayAttachment outside = ofVpn.get(gateway + " " + vpn);
    if (near == null || outside == null) {
      return Optional.empty();
    }
    Optional<Evidence> there = leads(near, far, outside);
    Optional<Evidence> back = leads(outside, host.address(), near);
    return there.flatMap(one -> back.map(other -> List.of(one, other)));
  }

  private Optional<Evidence> leads(TransitGatewayAttachment from, IpBlock address, TransitGatewayAttachment to) {
    return Optional.ofNullable(tables.get(from.routeTableId())).flatMap(table -> table.routes().stream()
        .filter(route -> IpBlock.parse(route.destination()).filter(block -> block.contains(address)).isPresent())
        .max(Comparator.comparingInt(route -> IpBlock.of(route.destination()).prefix()))
        .filter(route -> route.active() && route.attachmentIds().contains(to.id().name()))
        .map(route -> Observed.network(table.origin(), route.pointer(), route.destination() + " to " + to.resourceId())));
  }

  private CoverageGap gap(AwsHost from, Operation operation, String resource, String message) {
    return Gaps.of(estate, from.subnet().scope(), operation, resource, message);
  }
}
