package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.azure.PrivateEndpoint.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parsers of what joins networks with the world, with each other and with services. */
final class GatewayParsers {

  private static final String PROPERTIES = "properties";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.network/natgateways", GatewayParsers::natGateway),
          ItemParser.arm("microsoft.network/publicipprefixes", item -> item.arm()
              .map(id -> new PublicIpPrefix(item.origin(id), id, item.nameOr(id), item.text(PROPERTIES, "ipPrefix"))).stream().toList()),
          ItemParser.arm("microsoft.network/virtualnetworkgateways", GatewayParsers::virtualNetworkGateway),
          ItemParser.arm("microsoft.network/localnetworkgateways", GatewayParsers::localNetworkGateway),
          ItemParser.arm("microsoft.network/connections", GatewayParsers::connection),
          ItemParser.arm("microsoft.network/privateendpoints", GatewayParsers::privateEndpoint));

  private GatewayParsers() {}

  private static List<NatGateway> natGateway(Item item) {
    return item.arm().map(id -> new NatGateway(item.origin(id), id, item.nameOr(id), Item.references(item.at(PROPERTIES, "publicIpAddresses")),
        Item.references(item.at(PROPERTIES, "publicIpPrefixes")))).stream().toList();
  }

  private static List<VirtualNetworkGateway> virtualNetworkGateway(Item item) {
    List<ArmId> subnets = new ArrayList<>();
    List<ArmId> addresses = new ArrayList<>();
    for (JsonNode configuration : item.at(PROPERTIES, "ipConfigurations")) {
      Item.arm(Item.at(configuration, PROPERTIES, "subnet", "id")).ifPresent(subnets::add);
      Item.arm(Item.at(configuration, PROPERTIES, "publicIPAddress", "id")).ifPresent(addresses::add);
    }
    return item.arm().map(id -> new VirtualNetworkGateway(item.origin(id), id, item.nameOr(id), item.text(PROPERTIES, "gatewayType"), subnets, addresses))
        .stream().toList();
  }

  private static List<LocalNetworkGateway> localNetworkGateway(Item item) {
    return item.arm().map(id -> new LocalNetworkGateway(item.origin(id), id, item.nameOr(id), item.text(PROPERTIES, "gatewayIpAddress"),
        item.texts(PROPERTIES, "localNetworkAddressSpace", "addressPrefixes"), item.at(PROPERTIES, "bgpSettings").isObject())).stream().toList();
  }

  private static List<GatewayConnection> connection(Item item) {
    return item.arm().map(id -> new GatewayConnection(item.origin(id), id, item.nameOr(id), item.text(PROPERTIES, "connectionType"),
        item.text(PROPERTIES, "connectionStatus"), item.reference(PROPERTIES, "virtualNetworkGateway1"), item.reference(PROPERTIES, "localNetworkGateway2"),
        item.reference(PROPERTIES, "virtualNetworkGateway2"))).stream().toList();
  }

  private static List<PrivateEndpoint> privateEndpoint(Item item) {
    List<Connection> connections = new ArrayList<>();
    for (String list : List.of("privateLinkServiceConnections", "manualPrivateLinkServiceConnections")) {
      for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.at(PROPERTIES, list))) {
        JsonNode properties = Item.at(entry.getValue(), PROPERTIES);
        Item.arm(Item.text(Item.at(properties, "privateLinkServiceId"))).ifPresent(service -> connections.add(new Connection(service,
            Fields.texts(Item.at(properties, "groupIds")), Item.text(Item.at(properties, "privateLinkServiceConnectionState", "status")),
            "/properties/" + list + "/" + entry.getKey())));
      }
    }
    return item.arm().map(id -> new PrivateEndpoint(item.origin(id), id, item.nameOr(id), item.reference(PROPERTIES, "subnet"),
        Item.references(item.at(PROPERTIES, "networkInterfaces")), connections)).stream().toList();
  }
}
