package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import io.drawbridge.inventory.aws.VpnConnection.Traffic;
import io.drawbridge.inventory.aws.VpnConnection.Tunnel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parsers of what leads out of a VPC: NAT gateways, VPN connections and what these know of their far ends. Source: Amazon EC2 API reference. */
final class OutboundParsers {

  private static final String OUTSIDE = "OutsideIpAddress";

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("ec2:describe-nat-gateways", "NatGateways", OutboundParsers::natGateway),
          ListParser.of("ec2:describe-vpn-connections", "VpnConnections", OutboundParsers::connection),
          ListParser.of("ec2:describe-customer-gateways", "CustomerGateways", OutboundParsers::customerGateway));

  private OutboundParsers() {}

  private static Optional<NatGateway> natGateway(Item item) {
    String name = item.text("NatGatewayId");
    return name.isEmpty() ? Optional.empty() : Optional.of(new NatGateway(item.origin(item.arn("ec2", "natgateway/" + name)), item.arn("ec2", "natgateway/" + name),
        item.text("State"), Fields.texts(item.json().path("NatGatewayAddresses"), "PublicIp")));
  }

  private static Optional<VpnConnection> connection(Item item) {
    String name = item.text("VpnConnectionId");
    String gateway = item.text("VpnGatewayId").isEmpty() ? item.text("TransitGatewayId") : item.text("VpnGatewayId");
    JsonNode options = item.json().path("Options");
    var traffic = new Traffic(options.path("StaticRoutesOnly").asBoolean(false), Fields.texts(item.json().path("Routes"), "DestinationCidrBlock"),
        Fields.text(options, "LocalIpv4NetworkCidr"), Fields.text(options, "RemoteIpv4NetworkCidr"));
    return name.isEmpty() ? Optional.empty() : Optional.of(new VpnConnection(item.origin(item.arn("ec2", "vpn-connection/" + name)),
        item.arn("ec2", "vpn-connection/" + name), item.text("State"), item.text("CustomerGatewayId"), gateway, tunnels(item), traffic));
  }

  /** Telemetry and options each name the outside addresses. */
  private static List<Tunnel> tunnels(Item item) {
    Map<String, Tunnel> tunnels = new LinkedHashMap<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("Options").path("TunnelOptions"))) {
      String address = Fields.text(entry.getValue(), OUTSIDE);
      tunnels.put(address, new Tunnel(address, "", "/Options/TunnelOptions/" + entry.getKey()));
    }
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("VgwTelemetry"))) {
      String address = Fields.text(entry.getValue(), OUTSIDE);
      tunnels.put(address, new Tunnel(address, Fields.text(entry.getValue(), "Status"), "/VgwTelemetry/" + entry.getKey()));
    }
    tunnels.remove("");
    return List.copyOf(tunnels.values());
  }

  private static Optional<CustomerGateway> customerGateway(Item item) {
    String name = item.text("CustomerGatewayId");
    return name.isEmpty() ? Optional.empty() : Optional.of(new CustomerGateway(item.origin(item.arn("ec2", "customer-gateway/" + name)),
        item.arn("ec2", "customer-gateway/" + name), item.text("IpAddress")));
  }
}
