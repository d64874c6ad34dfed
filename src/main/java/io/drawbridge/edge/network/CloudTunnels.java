package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.CustomerGateway;
import io.drawbridge.inventory.aws.VpnConnection;
import io.drawbridge.inventory.azure.GatewayConnection;
import io.drawbridge.inventory.azure.LocalNetworkGateway;
import io.drawbridge.inventory.azure.PublicIpAddress;
import io.drawbridge.inventory.azure.VirtualNetworkGateway;
import io.drawbridge.inventory.azure.VirtualNetworkPeering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The VPNs between the clouds that are confirmed from both ends and carry packets: Azure says that the connection is connected, or AWS that
 * the tunnel is up, and neither says otherwise.
 *
 * <p>Sources: Amazon EC2 API, "VpnConnection", "VgwTelemetry"; learn.microsoft.com, "Virtual Network Gateway Connections", "Configure VPN gateway
 * transit for virtual network peering". <b>Not modelled:</b> gateways named by host name; virtual WAN; VPN appliances on machines.
 */
final class CloudTunnels {

  static final List<Operation> READS = List.of(new Operation("ec2", "describe-vpn-connections"), new Operation("ec2", "describe-customer-gateways"),
      new Operation("arm", "microsoft.network/virtualnetworkgateways"), new Operation("arm", "microsoft.network/localnetworkgateways"),
      new Operation("arm", "microsoft.network/connections"));

  private final Inventory inventory;
  private final Map<ArmId, Set<ArmId>> transit = new HashMap<>();
  private final List<CloudTunnel> all = new ArrayList<>();

  CloudTunnels(Estate estate) {
    inventory = estate.inventory();
    Map<ArmId, Set<ArmId>> offers = new HashMap<>();
    inventory.all(VirtualNetworkPeering.class).stream().filter(VirtualNetworkPeering::gatewayTransit)
        .forEach(peering -> peering.remoteNetwork().ifPresent(far -> offers.computeIfAbsent(owner(peering), none -> new TreeSet<>()).add(far)));
    inventory.all(VirtualNetworkPeering.class).stream().filter(peering -> peering.remoteGateways() && peering.state().equalsIgnoreCase("Connected"))
        .forEach(peering -> peering.remoteNetwork().filter(far -> offers.getOrDefault(far, Set.of()).contains(owner(peering)))
            .ifPresent(far -> transit.computeIfAbsent(far, none -> new TreeSet<>()).add(owner(peering))));
    Map<String, CustomerGateway> customers = new HashMap<>();
    inventory.all(CustomerGateway.class).forEach(gateway -> customers.put(gateway.id().name(), gateway));
    List<GatewayConnection> connections = inventory.all(GatewayConnection.class);
    for (VpnConnection vpn : inventory.all(VpnConnection.class)) {
      CustomerGateway customer = customers.get(vpn.customerGatewayId());
      if (vpn.isAvailable() && customer != null) {
        connections.forEach(connection -> join(vpn, customer, connection));
      }
    }
  }

  List<CloudTunnel> all() {
    return List.copyOf(all);
  }

  private static ArmId owner(VirtualNetworkPeering peering) {
    return new ArmId(peering.id().text().substring(0, peering.id().text().indexOf("/virtualnetworkpeerings/")));
  }

  private void join(VpnConnection vpn, CustomerGateway customer, GatewayConnection connection) {
    Optional<LocalNetworkGateway> local = connection.localGateway().flatMap(id -> inventory.find(LocalNetworkGateway.class, id));
    Optional<VirtualNetworkGateway> gateway = connection.gateway().flatMap(id -> inventory.find(VirtualNetworkGateway.class, id));
    if (local.isEmpty() || gateway.isEmpty() || !connection.type().equalsIgnoreCase("IPsec")) {
      return;
    }
    Optional<PublicIpAddress> address = gateway.get().publicAddresses().stream().flatMap(id -> inventory.find(PublicIpAddress.class, id).stream())
        .filter(one -> !one.address().isEmpty() && one.address().equals(customer.address())).findFirst();
    vpn.tunnels().stream().filter(end -> end.outsideAddress().equals(local.get().address()) && carries(end, connection)).findFirst()
        .ifPresent(end -> address.ifPresent(own -> all.add(new CloudTunnel(vpn, end, customer, connection, local.get(), own, networks(gateway.get())))));
  }

  private static boolean carries(VpnConnection.Tunnel end, GatewayConnection connection) {
    boolean said = end.status().equals("UP") || connection.status().equalsIgnoreCase("Connected");
    boolean denied = end.status().equals("DOWN") || (!connection.status().isEmpty() && !connection.status().equalsIgnoreCase("Connected"));
    return said && !denied;
  }

  private Set<ArmId> networks(VirtualNetworkGateway gateway) {
    Set<ArmId> networks = new TreeSet<>();
    gateway.subnets().stream().flatMap(subnet -> AzureEndpoint.networkOf(subnet).stream()).forEach(network -> {
      networks.add(network);
      networks.addAll(transit.getOrDefault(network, Set.of()));
    });
    return networks;
  }
}
