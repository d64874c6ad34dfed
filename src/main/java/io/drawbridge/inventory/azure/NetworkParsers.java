package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AzureRouteTable.Route;
import io.drawbridge.inventory.azure.NetworkInterface.IpConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parsers of interfaces, addresses, networks and routes. */
final class NetworkParsers {

  private static final String PROPERTIES = "properties";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.network/networkinterfaces", NetworkParsers::networkInterface),
          ItemParser.arm("microsoft.network/networksecuritygroups", NetworkParsers::securityGroup),
          ItemParser.arm("microsoft.network/publicipaddresses", NetworkParsers::publicAddress),
          ItemParser.arm("microsoft.network/virtualnetworks", NetworkParsers::virtualNetwork),
          ItemParser.arm("microsoft.network/virtualnetworks/subnets", item -> subnet(item).stream().toList()),
          ItemParser.arm("microsoft.network/virtualnetworks/virtualnetworkpeerings", item -> peering(item).stream().toList()),
          ItemParser.arm("microsoft.network/routetables", NetworkParsers::routeTable));

  private NetworkParsers() {}

  private static List<NetworkInterface> networkInterface(Item item) {
    return item.arm().map(id -> new NetworkInterface(item.origin(id), id, item.nameOr(id), item.reference(PROPERTIES, "virtualMachine"),
        item.reference(PROPERTIES, "networkSecurityGroup"), ipConfigurations(item), item.is(PROPERTIES, "enableIPForwarding"))).stream().toList();
  }

  private static List<IpConfiguration> ipConfigurations(Item item) {
    List<IpConfiguration> configurations = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.at(PROPERTIES, "ipConfigurations"))) {
      JsonNode json = entry.getValue();
      JsonNode properties = Item.at(json, PROPERTIES);
      configurations.add(new IpConfiguration(Item.text(Item.at(json, "name")), Item.at(properties, "primary").asBoolean(false),
          Item.text(Item.at(properties, "privateIPAddress")), Item.arm(Item.at(properties, "subnet", "id")),
          Item.arm(Item.at(properties, "publicIPAddress", "id")), Item.references(Item.at(properties, "applicationSecurityGroups")),
          "/properties/ipConfigurations/" + entry.getKey()));
    }
    return configurations;
  }

  private static List<NetworkSecurityGroup> securityGroup(Item item) {
    return item.arm().map(id -> new NetworkSecurityGroup(item.origin(id), id, item.nameOr(id), SecurityRules.of(item),
        Item.references(item.at(PROPERTIES, "subnets")), Item.references(item.at(PROPERTIES, "networkInterfaces")))).stream().toList();
  }

  private static List<PublicIpAddress> publicAddress(Item item) {
    return item.arm().map(id -> new PublicIpAddress(item.origin(id), id, item.nameOr(id), item.text(PROPERTIES, "ipAddress"),
        item.text(PROPERTIES, "publicIPAddressVersion"), item.reference(PROPERTIES, "ipConfiguration"), item.text("sku", "name"))).stream().toList();
  }

  private static List<Resource> virtualNetwork(Item item) {
    List<Resource> records = new ArrayList<>();
    item.arm().ifPresent(id -> {
      records.add(new VirtualNetwork(item.origin(id), id, item.nameOr(id), item.texts(PROPERTIES, "addressSpace", "addressPrefixes")));
      item.at(PROPERTIES, "subnets").forEach(inner -> subnet(new Item(inner, item.document())).ifPresent(records::add));
      item.at(PROPERTIES, "virtualNetworkPeerings").forEach(inner -> peering(new Item(inner, item.document())).ifPresent(records::add));
    });
    return records;
  }

  private static Optional<AzureSubnet> subnet(Item item) {
    List<String> blocks = new ArrayList<>(item.texts(PROPERTIES, "addressPrefixes"));
    if (blocks.isEmpty() && !item.text(PROPERTIES, "addressPrefix").isEmpty()) {
      blocks.add(item.text(PROPERTIES, "addressPrefix"));
    }
    return item.arm().map(id -> new AzureSubnet(item.origin(id), id, item.nameOr(id), blocks,
        item.reference(PROPERTIES, "networkSecurityGroup"), item.reference(PROPERTIES, "routeTable"), item.reference(PROPERTIES, "natGateway")));
  }

  private static Optional<VirtualNetworkPeering> peering(Item item) {
    return item.arm().map(id -> new VirtualNetworkPeering(item.origin(id), id, item.nameOr(id), item.reference(PROPERTIES, "remoteVirtualNetwork"),
        item.text(PROPERTIES, "peeringState"), item.isUnlessSaid(PROPERTIES, "allowVirtualNetworkAccess")));
  }

  private static List<AzureRouteTable> routeTable(Item item) {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.at(PROPERTIES, "routes"))) {
      JsonNode properties = Item.at(entry.getValue(), PROPERTIES);
      routes.add(new Route(Item.text(Item.at(entry.getValue(), "name")), Item.text(Item.at(properties, "addressPrefix")),
          Item.text(Item.at(properties, "nextHopType")), ResourceId.lowerCase(Item.text(Item.at(properties, "nextHopIpAddress"))),
          "/properties/routes/" + entry.getKey()));
    }
    return item.arm().map(id -> new AzureRouteTable(item.origin(id), id, item.nameOr(id), routes)).stream().toList();
  }
}
