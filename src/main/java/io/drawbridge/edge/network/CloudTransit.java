package io.drawbridge.edge.network;

import io.drawbridge.edge.network.CloudSides.AwsSide;
import io.drawbridge.edge.network.CloudSides.AzureSide;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.RouteTable;
import io.drawbridge.inventory.azure.AzureRouteTable.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of one cloud's packets arrives in the other through a VPN: routes of both ends both ways, network security groups, network ACLs and
 * security groups.
 *
 * <p>The other cloud's addresses are part of Azure's tag {@code VirtualNetwork}, as all that a gateway leads to; to AWS they are addresses and
 * nothing else.
 */
final class CloudTransit {

  private final AwsNetwork network;
  private final TransitGateways gateways;

  CloudTransit(AwsNetwork network, TransitGateways gateways) {
    this.network = network;
    this.gateways = gateways;
  }

  /** The routes there and back; empty where one is missing. */
  Optional<List<Evidence>> routes(CloudTunnel tunnel, AzureSide azure, AwsSide aws) {
    if (!tunnel.networks().contains(azure.place().network()) || !tunnel.toAzure(azure.address()) || !leavesAzure(tunnel, azure, aws)) {
      return Optional.empty();
    }
    return leavesAws(tunnel, azure, aws).map(by -> {
      List<Evidence> all = new ArrayList<>(tunnel.evidence());
      all.addAll(by);
      return all;
    });
  }

  private static boolean leavesAzure(CloudTunnel tunnel, AzureSide azure, AwsSide aws) {
    IpBlock far = aws.one().address();
    Optional<Integer> learned = tunnel.toAws(far);
    Optional<Route> own = azure.place().routes().flatMap(table -> AzureWay.route(table, far));
    boolean taken = azure.place().routes().isEmpty() || azure.place().routes().get().gatewayRoutes();
    if (own.isPresent() && (!taken || IpBlock.of(own.get().addressPrefix()).prefix() >= learned.orElse(0))) {
      return learned.isPresent() && own.get().nextHopType().equalsIgnoreCase("VirtualNetworkGateway");
    }
    return taken && learned.isPresent();
  }

  private Optional<List<Evidence>> leavesAws(CloudTunnel tunnel, AzureSide azure, AwsSide aws) {
    Optional<RouteTable> table = network.routeTable(aws.one().subnet().id().name());
    Optional<RouteTable.Route> route = table.flatMap(known -> network.route(known, azure.address()))
        .filter(known -> known.active() && known.target().equals(tunnel.vpn().gatewayId()));
    if (table.isEmpty() || route.isEmpty()) {
      return Optional.empty();
    }
    Evidence taken = Observed.network(table.get().origin(), route.get().pointer(), route.get().destination() + " to " + route.get().target());
    return tunnel.vpn().gatewayId().startsWith("tgw-")
        ? gateways.throughVpn(tunnel.vpn().gatewayId(), tunnel.vpn().id().name(), aws.one(), azure.address()).map(by -> Passed.NOTHING.because(by).because(List.of(taken)).by())
        : Optional.of(List.of(taken));
  }

  /** From Azure to AWS. */
  Passed toAws(AzureSide azure, AwsSide aws) {
    AwsHost host = aws.one();
    Peer from = Peer.at(azure.address());
    Passed sent = AzurePairs.leaving(azure.place(), inAzure(host));
    Passed entered = acl(aws).map(acl -> network.filters().ingress(acl).pass(from, Protocol.TCP, sent.ports())).orElse(new Passed(sent.ports(), List.of()));
    Passed arrived = network.filters().inbound(host.groups()).pass(from, Protocol.TCP, entered.ports().intersect(host.receives()));
    Passed answered = acl(aws).map(acl -> network.filters().egress(acl).pass(from, Protocol.TCP, AwsWay.EPHEMERAL)).orElse(new Passed(AwsWay.EPHEMERAL, List.of()));
    return arrived.isNothing() || answered.isNothing() ? Passed.NOTHING : arrived.because(sent.by()).because(entered.by()).because(answered.by());
  }

  /** From AWS to Azure. */
  Passed toAzure(AzureSide azure, AwsSide aws) {
    AwsHost host = aws.one();
    Peer to = Peer.at(azure.address());
    Passed sent = host.isOpenOutbound() ? new Passed(PortSet.ALL, List.of()) : network.filters().outbound(host.groups()).pass(to, Protocol.TCP, PortSet.ALL);
    Passed left = acl(aws).map(acl -> network.filters().egress(acl).pass(to, Protocol.TCP, sent.ports())).orElse(new Passed(sent.ports(), List.of()));
    Passed answered = acl(aws).map(acl -> network.filters().ingress(acl).pass(to, Protocol.TCP, AwsWay.EPHEMERAL)).orElse(new Passed(AwsWay.EPHEMERAL, List.of()));
    Passed arrived = AzurePairs.arriving(azure.place(), inAzure(host), left.ports());
    return arrived.isNothing() || answered.isNothing() ? Passed.NOTHING : arrived.because(sent.by()).because(left.by()).because(answered.by());
  }

  Optional<NetworkAcl> acl(AwsSide aws) {
    return network.acl(aws.one().subnet().id().name());
  }

  private static Peer inAzure(AwsHost host) {
    return new Peer(host.address(), Set.of(AzureFilters.VIRTUAL_NETWORK));
  }
}
