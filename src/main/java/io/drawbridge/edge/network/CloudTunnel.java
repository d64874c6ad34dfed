package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.aws.CustomerGateway;
import io.drawbridge.inventory.aws.VpnConnection;
import io.drawbridge.inventory.azure.GatewayConnection;
import io.drawbridge.inventory.azure.LocalNetworkGateway;
import io.drawbridge.inventory.azure.PublicIpAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A VPN between the clouds that both ends say they have: AWS's customer gateway has the address of the gateway in Azure, and that one's
 * local network gateway has an outside address of AWS's.
 *
 * @param end the outside address and whether it is up
 * @param networks that the gateway leads to: its own, and those that use it over a peering
 */
record CloudTunnel(
    VpnConnection vpn, VpnConnection.Tunnel end, CustomerGateway customer, GatewayConnection connection, LocalNetworkGateway local, PublicIpAddress address,
    Set<ArmId> networks) {

  CloudTunnel {
    networks = Set.copyOf(networks);
  }

  List<Evidence> evidence() {
    return List.of(Observed.network(vpn.origin(), end.pointer(), "AWS's end " + end.outsideAddress() + " " + end.status()),
        Observed.network(customer.origin(), "/IpAddress", "AWS's far end " + customer.address()),
        Observed.network(connection.origin(), "/properties/connectionStatus", connection.name() + " " + connection.status()),
        Observed.network(local.origin(), "/properties/gatewayIpAddress", "Azure's far end " + local.address() + " with " + local.addressBlocks()),
        Observed.network(address.origin(), "/properties/ipAddress", "Azure's end " + address.address()));
  }

  /** Whether each end may tell the other its addresses. */
  private boolean learns() {
    return local.bgp() && !vpn.traffic().staticOnly();
  }

  /** How long the prefix is by which Azure's gateway is the way to an address of AWS; a VPC's is never shorter than 16. Empty where it is not. */
  Optional<Integer> toAws(IpBlock address) {
    Optional<Integer> stated = local.addressBlocks().stream().flatMap(block -> IpBlock.parse(block).stream()).filter(block -> block.contains(address))
        .map(IpBlock::prefix).max(Integer::compare);
    return contains(vpn.traffic().ownBlock(), address) ? stated.or(() -> learns() ? Optional.of(Short.SIZE) : Optional.empty()) : Optional.empty();
  }

  /** Whether AWS's gateway sends what is for an address of Azure into the tunnel. */
  boolean toAzure(IpBlock address) {
    boolean stated = vpn.traffic().farBlocks().stream().anyMatch(block -> contains(block, address));
    return contains(vpn.traffic().farBlock(), address) && (stated || learns());
  }

  /** What is negotiated without a word takes in everything. */
  private static boolean contains(String block, IpBlock address) {
    return block.isEmpty() || IpBlock.parse(block).filter(one -> one.contains(address)).isPresent();
  }
}
