package io.drawbridge.edge.network;

import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.RouteTable;
import io.drawbridge.inventory.aws.SecurityGroup;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sorts hosts into places: as few as filters and routes allow, so that sets are big. */
final class AwsPlaces {

  private static final List<String> BETWEEN_VPCS = List.of("pcx-", "tgw-");

  private final AwsNetwork network;
  private final BlockIndex blocks;
  private final Set<String> named = new HashSet<>();

  AwsPlaces(AwsNetwork network, Collection<AwsHost> hosts, Collection<IpBlock> transitBlocks) {
    this.network = network;
    Set<IpBlock> told = new HashSet<>(transitBlocks);
    for (String subnet : hosts.stream().map(host -> host.subnet().id().name()).distinct().toList()) {
      network.acl(subnet).filter(acl -> !isTransparent(acl, false) || !isTransparent(acl, true)).ifPresent(acl -> Stream.of(
          network.filters().ingress(acl), network.filters().egress(acl))
          .forEach(filter -> told.addAll(filter.blocks())));
      network.routeTable(subnet).filter(this::matters).ifPresent(table -> table.routes().forEach(route -> told.addAll(network.blocks(route.destination()))));
    }
    for (List<SecurityGroup> groups : hosts.stream().filter(host -> host.sends() && !host.isOpenOutbound()).map(AwsHost::groups).distinct().toList()) {
      network.filters().outbound(groups).rules().forEach(rule -> {
        told.addAll(rule.peers().blocks());
        named.addAll(rule.peers().groups());
      });
    }
    blocks = new BlockIndex(told);
  }

  AwsPlace ofSender(AwsHost host) {
    return of(host, host.isOpenOutbound() && host.tellsOutbound() ? Set.of() : host.groupIds());
  }

  AwsPlace ofReceiver(AwsHost host) {
    return of(host, host.groupIds().stream().filter(named::contains).toList());
  }

  private AwsPlace of(AwsHost host, Collection<String> groups) {
    String subnet = host.subnet().id().name();
    boolean v6 = host.address().isV6();
    Optional<NetworkAcl> acl = network.acl(subnet);
    boolean transparent = acl.isEmpty() || isTransparent(acl.get(), v6);
    return new AwsPlace(host.subnet().id().account(), host.vpc(), v6, transparent ? "" : subnet, acl.map(one -> one.id().name()).orElse(""),
        network.routeTable(subnet).filter(this::matters).map(table -> table.id().name()).orElse(""),
        blocks.closest(host.address()).map(IpBlock::toString).orElse(""), List.copyOf(groups));
  }

  /** Whether a table leads to other VPCs, or leads packets for the VPC itself elsewhere. */
  private boolean matters(RouteTable table) {
    List<IpBlock> own = table.routes().stream().filter(route -> route.target().equals("local")).flatMap(route -> network.blocks(route.destination()).stream()).toList();
    return table.routes().stream().anyMatch(route -> BETWEEN_VPCS.stream().anyMatch(route.target()::startsWith)
        || (!route.target().equals("local") && network.blocks(route.destination()).stream().anyMatch(block -> own.stream().anyMatch(whole -> whole.contains(block)))));
  }

  private boolean isTransparent(NetworkAcl acl, boolean v6) {
    return isTransparent(network.filters().ingress(acl), v6) && isTransparent(network.filters().egress(acl), v6);
  }

  private static boolean isTransparent(PacketFilter filter, boolean v6) {
    IpBlock all = v6 ? IpBlock.ALL_V6 : IpBlock.ALL_V4;
    return filter.rules().stream().filter(rule -> rule.peers().blocks().stream().anyMatch(block -> block.isV6() == v6)).findFirst()
        .filter(rule -> rule.allows() && rule.protocol() == Protocol.ANY && rule.ports().equals(PortSet.ALL) && rule.peers().blocks().contains(all)).isPresent();
  }
}
