package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parsers of EC2: instances and what decides which packets reach them. */
final class NetworkParsers {

  private static final int HIGHEST_PORT = 65535;
  private static final List<String> DESTINATIONS = List.of("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId");
  private static final List<String> TARGETS = List.of("GatewayId", "EgressOnlyInternetGatewayId", "NatGatewayId", "TransitGatewayId", "VpcPeeringConnectionId",
      "NetworkInterfaceId", "InstanceId", "CarrierGatewayId", "LocalGatewayId", "CoreNetworkArn");

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("ec2:describe-instances", "Reservations/Instances", NetworkParsers::instance),
          ListParser.of("ec2:describe-network-interfaces", "NetworkInterfaces", NetworkParsers::networkInterface),
          ListParser.of("ec2:describe-security-groups", "SecurityGroups", NetworkParsers::securityGroup),
          ListParser.of("ec2:describe-subnets", "Subnets", NetworkParsers::subnet),
          ListParser.of("ec2:describe-route-tables", "RouteTables", NetworkParsers::routeTable),
          ListParser.of("ec2:describe-network-acls", "NetworkAcls", NetworkParsers::networkAcl));

  private NetworkParsers() {}

  private static Optional<Arn> arn(Item item, String type, String field) {
    String id = item.text(field);
    return id.isEmpty() ? Optional.empty() : Optional.of(item.arn("ec2", type + "/" + id));
  }

  private static Optional<Ec2Instance> instance(Item item) {
    var tags = Fields.tags(item.json().path("Tags"));
    item.json().path("NetworkInterfaces").forEach(json -> {
      Item inner = new Item(json, item.document(), item.inventory());
      networkInterface(inner, item.text("InstanceId")).ifPresent(item.inventory()::add);
    });
    return arn(item, "instance", "InstanceId").map(arn -> new Ec2Instance(item.origin(arn), arn, tags.getOrDefault("Name", arn.name()),
        Fields.text(item.json().path("State"), "Name"), Fields.text(item.json().path("IamInstanceProfile"), "Arn"),
        Fields.texts(item.json().path("NetworkInterfaces"), "NetworkInterfaceId"),
        traits(item), tags));
  }

  private static Ec2Instance.Traits traits(Item item) {
    boolean restarts = !item.text("InstanceLifecycle").equals("spot") && !item.text("RootDeviceType").equals("instance-store");
    JsonNode metadata = item.json().path("MetadataOptions");
    boolean reachable = !Fields.text(metadata, "HttpEndpoint").equals("disabled");
    boolean far = !Fields.text(metadata, "HttpTokens").equals("required") || metadata.path("HttpPutResponseHopLimit").asInt(1) > 1;
    return new Ec2Instance.Traits(reachable, reachable && far, restarts, item.text("Platform").equalsIgnoreCase("windows"));
  }

  private static Optional<NetworkInterface> networkInterface(Item item) {
    return networkInterface(item, Fields.text(item.json().path("Attachment"), "InstanceId"));
  }

  private static Optional<NetworkInterface> networkInterface(Item item, String instanceId) {
    List<NetworkInterface.Address> addresses = new ArrayList<>();
    List<NetworkInterface.PublicAddress> open = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("PrivateIpAddresses"))) {
      String pointer = "/PrivateIpAddresses/" + entry.getKey();
      address(entry.getValue(), "PrivateIpAddress", pointer).ifPresent(addresses::add);
      publicAddress(entry.getValue(), pointer).ifPresent(open::add);
    }
    if (addresses.isEmpty()) {
      address(item.json(), "PrivateIpAddress", "").ifPresent(addresses::add);
    }
    if (open.isEmpty()) {
      publicAddress(item.json(), "").ifPresent(open::add);
    }
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("Ipv6Addresses"))) {
      address(entry.getValue(), "Ipv6Address", "/Ipv6Addresses/" + entry.getKey()).ifPresent(addresses::add);
    }
    String owner = item.json().path("RequesterManaged").asBoolean(false) ? item.text("Description") : "";
    return arn(item, "network-interface", "NetworkInterfaceId").map(arn -> new NetworkInterface(item.origin(arn), arn, item.text("VpcId"), item.text("SubnetId"), instanceId,
        addresses, open, Fields.texts(item.json().path("Groups"), "GroupId"), owner));
  }

  private static Optional<NetworkInterface.Address> address(JsonNode json, String field, String pointer) {
    String address = Fields.text(json, field);
    return address.isEmpty() ? Optional.empty() : Optional.of(new NetworkInterface.Address(address, pointer + "/" + field));
  }

  private static Optional<NetworkInterface.PublicAddress> publicAddress(JsonNode json, String pointer) {
    String address = Fields.text(json.path("Association"), "PublicIp");
    return address.isEmpty() ? Optional.empty() : Optional.of(new NetworkInterface.PublicAddress(address, pointer + "/Association/PublicIp"));
  }

  private static Optional<SecurityGroup> securityGroup(Item item) {
    return arn(item, "security-group", "GroupId").map(arn -> new SecurityGroup(item.origin(arn), arn, item.text("GroupName"), item.text("VpcId"),
        rules(item, "IpPermissions"), rules(item, "IpPermissionsEgress"), item.json().has("IpPermissionsEgress")));
  }

  private static List<SecurityGroup.Rule> rules(Item item, String list) {
    List<SecurityGroup.Rule> rules = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path(list))) {
      JsonNode rule = entry.getValue();
      int from = rule.path("FromPort").asInt(-1);
      boolean allPorts = Fields.text(rule, "IpProtocol").equals("-1") || from < 0;
      List<String> cidrs = Stream.concat(Fields.texts(rule.path("IpRanges"), "CidrIp").stream(), Fields.texts(rule.path("Ipv6Ranges"), "CidrIpv6").stream()).toList();
      rules.add(new SecurityGroup.Rule(Fields.text(rule, "IpProtocol"), allPorts ? 0 : from, allPorts ? HIGHEST_PORT : Math.max(from, rule.path("ToPort").asInt()), cidrs,
          Fields.texts(rule.path("UserIdGroupPairs"), "GroupId"), Fields.texts(rule.path("PrefixListIds"), "PrefixListId"), "/" + list + "/" + entry.getKey()));
    }
    return rules;
  }

  private static Optional<Subnet> subnet(Item item) {
    List<String> blocks = new ArrayList<>(List.of(item.text("CidrBlock")));
    blocks.addAll(Fields.texts(item.json().path("Ipv6CidrBlockAssociationSet"), "Ipv6CidrBlock"));
    blocks.removeIf(String::isEmpty);
    return arn(item, "subnet", "SubnetId").map(arn -> new Subnet(item.origin(arn), arn, item.text("VpcId"), blocks, item.json().path("DefaultForAz").asBoolean(false)));
  }

  private static Optional<RouteTable> routeTable(Item item) {
    JsonNode associations = item.json().path("Associations");
    boolean main = false;
    for (JsonNode association : associations) {
      main |= association.path("Main").asBoolean(false);
    }
    boolean isMain = main;
    List<RouteTable.Route> routes = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.json().path("Routes"))) {
      JsonNode route = entry.getValue();
      routes.add(new RouteTable.Route(first(route, DESTINATIONS), first(route, TARGETS), !Fields.text(route, "State").equals("blackhole"), "/Routes/" + entry.getKey()));
    }
    return arn(item, "route-table", "RouteTableId").map(arn -> new RouteTable(item.origin(arn), arn, item.text("VpcId"), isMain, Fields.texts(associations, "SubnetId"), routes));
  }

  private static String first(JsonNode json, List<String> fields) {
    return fields.stream().map(field -> Fields.text(json, field)).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  private static Optional<NetworkAcl> networkAcl(Item item) {
    List<NetworkAcl.Entry> entries = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> indexed : Fields.indexed(item.json().path("Entries"))) {
      JsonNode entry = indexed.getValue();
      JsonNode ports = entry.path("PortRange");
      entries.add(new NetworkAcl.Entry(entry.path("RuleNumber").asInt(), entry.path("Egress").asBoolean(false), Fields.text(entry, "RuleAction").equals("allow"),
          Fields.text(entry, "Protocol"), first(entry, List.of("CidrBlock", "Ipv6CidrBlock")), ports.path("From").asInt(0), ports.path("To").asInt(HIGHEST_PORT),
          "/Entries/" + indexed.getKey()));
    }
    return arn(item, "network-acl", "NetworkAclId").map(arn -> new NetworkAcl(item.origin(arn), arn, item.text("VpcId"),
        item.json().path("IsDefault").asBoolean(false), Fields.texts(item.json().path("Associations"), "SubnetId"), entries));
  }
}
