package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
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
  private static final List<String> ENDPOINT_POLICIES = List.of("Enabled", "NetworkSecurityGroupEnabled");
  private static final String INTERFACE_CONFIGURATIONS = "networkInterfaceConfigurations";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.network/networkinterfaces", NetworkParsers::networkInterface),
          ItemParser.arm("microsoft.compute/virtualmachinescalesets/virtualmachines/networkinterfaces", NetworkParsers::networkInterface),
          ItemParser.arm("microsoft.network/networksecuritygroups", NetworkParsers::securityGroup),
          ItemParser.arm("microsoft.network/publicipaddresses", NetworkParsers::publicAddress),
          ItemParser.arm("microsoft.network/virtualnetworks", NetworkParsers::virtualNetwork),
          ItemParser.arm("microsoft.network/virtualnetworks/subnets", item -> subnet(item).stream().toList()),
          ItemParser.arm("microsoft.network/virtualnetworks/virtualnetworkpeerings", item -> peering(item).stream().toList()),
          ItemParser.arm("microsoft.network/routetables", NetworkParsers::routeTable));

  private NetworkParsers() {}

  private static List<NetworkInterface> networkInterface(Item item) {
    return item.arm().map(id -> new NetworkInterface(item.origin(id), id, item.nameOr(id),
        item.reference(PROPERTIES, "virtualMachine").map(NetworkParsers::machine), item.reference(PROPERTIES, "networkSecurityGroup"),
        ipConfigurations(id, item.at(PROPERTIES), "/properties"), item.is(PROPERTIES, "enableIPForwarding"))).stream().toList();
  }

  /** Instances of a scale set come and go: what is theirs is the set's. */
  private static ArmId machine(ArmId machine) {
    int instance = machine.text().indexOf("/virtualmachines/");
    return machine.text().contains("/virtualmachinescalesets/") && instance > 0 ? new ArmId(machine.text().substring(0, instance)) : machine;
  }

  private static List<IpConfiguration> ipConfigurations(ArmId owner, JsonNode properties, String pointer) {
    List<IpConfiguration> configurations = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(Item.at(properties, "ipConfigurations"))) {
      configurations.add(ipConfiguration(owner, entry.getValue(), pointer + "/ipConfigurations/" + entry.getKey()));
    }
    return configurations;
  }

  private static IpConfiguration ipConfiguration(ArmId owner, JsonNode json, String pointer) {
    JsonNode properties = Item.at(json, PROPERTIES);
    JsonNode ofInstance = Item.at(properties, "publicIPAddressConfiguration");
    List<ArmId> pools = new ArrayList<>(Item.references(Item.at(properties, "loadBalancerBackendAddressPools")));
    pools.addAll(Item.references(Item.at(properties, "applicationGatewayBackendAddressPools")));
    pools.addAll(Item.references(Item.at(properties, "loadBalancerInboundNatPools")));
    return new IpConfiguration(
        Item.arm(Item.at(json, "id")).orElse(new ArmId(owner.text() + "/ipconfigurations/" + Item.text(Item.at(json, "name")))),
        Item.text(Item.at(properties, "privateIPAddress")), Item.arm(Item.at(properties, "subnet", "id")),
        Item.arm(Item.at(properties, "publicIPAddress", "id")),
        ofInstance.isObject() ? Optional.of(Item.text(Item.at(ofInstance, "sku", "name"))) : Optional.empty(),
        Item.references(Item.at(properties, "applicationSecurityGroups")), pools, pointer);
  }

  /** The interfaces that the profile of a scale set gives to each instance. */
  static List<NetworkInterface> profile(Item item, ArmId scaleSet) {
    List<NetworkInterface> interfaces = new ArrayList<>();
    JsonNode list = item.at(PROPERTIES, "virtualMachineProfile", "networkProfile", INTERFACE_CONFIGURATIONS);
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(list)) {
      JsonNode properties = Item.at(entry.getValue(), PROPERTIES);
      String name = Item.text(Item.at(entry.getValue(), "name"));
      var id = new ArmId(scaleSet.text() + "/" + INTERFACE_CONFIGURATIONS + "/" + name);
      String pointer = "/properties/virtualMachineProfile/networkProfile/" + INTERFACE_CONFIGURATIONS + "/" + entry.getKey() + "/properties";
      interfaces.add(new NetworkInterface(item.origin(scaleSet), id, name, Optional.of(scaleSet), Item.arm(Item.at(properties, "networkSecurityGroup", "id")),
          ipConfigurations(id, properties, pointer), Item.at(properties, "enableIPForwarding").asBoolean(false)));
    }
    return interfaces;
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
        item.reference(PROPERTIES, "networkSecurityGroup"), item.reference(PROPERTIES, "routeTable"), item.reference(PROPERTIES, "natGateway"),
        ENDPOINT_POLICIES.stream().anyMatch(item.text(PROPERTIES, "privateEndpointNetworkPolicies")::equalsIgnoreCase)));
  }

  private static Optional<VirtualNetworkPeering> peering(Item item) {
    return item.arm().map(id -> new VirtualNetworkPeering(item.origin(id), id, item.nameOr(id), item.reference(PROPERTIES, "remoteVirtualNetwork"),
        item.text(PROPERTIES, "peeringState"), item.isUnlessSaid(PROPERTIES, "allowVirtualNetworkAccess"),
        item.is(PROPERTIES, "allowGatewayTransit"), item.is(PROPERTIES, "useRemoteGateways")));
  }

  private static List<AzureRouteTable> routeTable(Item item) {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.at(PROPERTIES, "routes"))) {
      JsonNode properties = Item.at(entry.getValue(), PROPERTIES);
      routes.add(new Route(Item.text(Item.at(entry.getValue(), "name")), Item.text(Item.at(properties, "addressPrefix")),
          Item.text(Item.at(properties, "nextHopType")), ResourceId.lowerCase(Item.text(Item.at(properties, "nextHopIpAddress"))),
          "/properties/routes/" + entry.getKey()));
    }
    return item.arm().map(id -> new AzureRouteTable(item.origin(id), id, item.nameOr(id), routes, !item.is(PROPERTIES, "disableBgpRoutePropagation"))).stream().toList();
  }
}
