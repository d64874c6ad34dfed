package io.drawbridge.edge.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.aws.AwsParsers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A few small VPCs with some of everything, as a model that is easy to ask and as the documents that AWS would print of it. */
final class RandomVpcs {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNT = "111122223333";
  private static final int VPCS = 3;

  /** A rule of a group or an entry of an ACL: a block, or a group where it begins with {@code sg-}. */
  record Rule(boolean allows, String peer, int first, int last) {}

  record Group(String id, List<Rule> in, List<Rule> out) {}

  record Route(String block, String target) {}

  record Zone(String id, int vpc, String block, List<Rule> in, List<Rule> out, List<Route> routes) {}

  record Host(String id, Zone zone, String address, List<Group> groups) {}

  private final Random random;
  private final Map<String, ObjectNode> bodies = new TreeMap<>();
  private final Map<String, JsonNode> gatewayTables = new TreeMap<>();
  private final List<Group> groups = new ArrayList<>();
  final List<Zone> zones = new ArrayList<>();
  final List<Host> hosts = new ArrayList<>();
  final Map<String, List<Route>> tables = new HashMap<>();

  RandomVpcs(int seed) {
    random = new Random(seed);
    IntStream.range(0, 5).forEach(this::group);
    IntStream.range(0, 2 * VPCS).forEach(this::zone);
    IntStream.range(0, VPCS).forEach(this::attachment);
    IntStream.range(0, 10).forEach(this::host);
  }

  private String block() {
    int vpc = random.nextInt(VPCS);
    return switch (random.nextInt(6)) {
      case 0 -> "10.0.0.0/8";
      case 1 -> "10." + vpc + ".0.0/16";
      case 2 -> "10." + vpc + "." + random.nextInt(2) + ".0/24";
      case 3 -> "10." + vpc + "." + random.nextInt(2) + ".4/30";
      default -> "0.0.0.0/0";
    };
  }

  private Rule rule(boolean allows, String peer) {
    int[][] ranges = {{0, 65535}, {22, 22}, {22, 443}, {443, 3000}, {1024, 65535}, {32768, 65535}};
    int[] range = ranges[random.nextInt(ranges.length)];
    return new Rule(allows, peer, range[0], range[1]);
  }

  private List<Rule> rules(int most) {
    return IntStream.range(0, 1 + random.nextInt(most)).mapToObj(i -> rule(true, random.nextInt(3) == 0 ? "sg-" + random.nextInt(5) : block())).toList();
  }

  private void group(int number) {
    List<Rule> out = random.nextBoolean() ? List.of(new Rule(true, "0.0.0.0/0", 0, 65535)) : rules(2);
    var group = new Group("sg-" + number, rules(2), out);
    groups.add(group);
    ObjectNode item = add("describe-security-groups", "SecurityGroups").put("GroupId", group.id).put("GroupName", group.id);
    permissions(item.putArray("IpPermissions"), group.in);
    permissions(item.putArray("IpPermissionsEgress"), out);
  }

  private static void permissions(ArrayNode list, List<Rule> rules) {
    for (Rule rule : rules) {
      ObjectNode item = list.addObject();
      if (rule.last - rule.first == 65535) {
        item.put("IpProtocol", "-1");
      } else {
        item.put("IpProtocol", "tcp").put("FromPort", rule.first).put("ToPort", rule.last);
      }
      if (rule.peer.startsWith("sg-")) {
        item.putArray("UserIdGroupPairs").addObject().put("GroupId", rule.peer);
      } else {
        item.putArray("IpRanges").addObject().put("CidrIp", rule.peer);
      }
    }
  }

  private List<Rule> entries() {
    List<Rule> entries = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      IntStream.range(0, random.nextInt(4)).forEach(i -> entries.add(rule(random.nextBoolean(), block())));
    }
    if (random.nextInt(8) > 0) {
      entries.add(new Rule(true, "0.0.0.0/0", 0, 65535));
    }
    return entries;
  }

  private void zone(int number) {
    int vpc = number / 2;
    List<Route> routes = new ArrayList<>(List.of(new Route("10." + vpc + ".0.0/16", "local")));
    for (int far = 0; far < VPCS; far++) {
      if (far != vpc && random.nextInt(4) > 0) {
        String gateway = switch (random.nextInt(6)) {
          case 0 -> "tgw-1";
          case 1 -> "nat-1";
          default -> far + vpc == 1 ? "pcx-01" : "tgw-1";
        };
        routes.add(new Route(random.nextInt(3) == 0 ? "10." + far + ".0.0/24" : "10." + far + ".0.0/16", gateway));
      }
    }
    if (random.nextInt(8) == 0) {
      routes.add(new Route("10." + vpc + "." + random.nextInt(2) + ".0/24", "eni-appliance"));
    }
    if (random.nextInt(6) == 0) {
      routes.add(new Route("10." + (vpc + 1) % VPCS + ".0.4/30", "blackhole"));
    }
    var zone = new Zone("subnet-" + number, vpc, "10." + vpc + "." + number % 2 + ".0/24", entries(), entries(), routes);
    zones.add(zone);
    add("describe-subnets", "Subnets").put("SubnetId", zone.id).put("VpcId", "vpc-" + vpc).put("CidrBlock", zone.block);
    ObjectNode acl = add("describe-network-acls", "NetworkAcls").put("NetworkAclId", "acl-" + number).put("VpcId", "vpc-" + vpc);
    acl.putArray("Associations").addObject().put("SubnetId", zone.id);
    ArrayNode list = acl.putArray("Entries");
    entries(list, zone.in, false);
    entries(list, zone.out, true);
    ObjectNode table = add("describe-route-tables", "RouteTables").put("RouteTableId", "rtb-" + number).put("VpcId", "vpc-" + vpc);
    table.putArray("Associations").addObject().put("SubnetId", zone.id);
    ArrayNode written = table.putArray("Routes");
    routes.forEach(route -> written.addObject().put("DestinationCidrBlock", route.block).put("GatewayId", route.target)
        .put("State", route.target.equals("blackhole") ? "blackhole" : "active"));
  }

  private static void entries(ArrayNode list, List<Rule> rules, boolean egress) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      list.addObject().put("RuleNumber", 100 + i).put("Egress", egress).put("RuleAction", rule.allows ? "allow" : "deny").put("Protocol", rule.last - rule.first == 65535 ? "-1" : "6")
          .put("CidrBlock", rule.peer).putObject("PortRange").put("From", rule.first).put("To", rule.last);
    }
  }

  private void attachment(int vpc) {
    String table = "tgw-rtb-" + vpc;
    add("describe-transit-gateway-attachments", "TransitGatewayAttachments").put("TransitGatewayAttachmentId", "tgw-attach-" + vpc).put("TransitGatewayId", "tgw-1")
        .put("ResourceType", "vpc").put("ResourceId", "vpc-" + vpc).put("State", "available").putObject("Association").put("TransitGatewayRouteTableId", table).put("State", "associated");
    List<Route> routes = new ArrayList<>();
    ObjectNode body = JSON.createObjectNode();
    ArrayNode written = body.putArray("Routes");
    for (int far = 0; far < VPCS; far++) {
      if (random.nextInt(5) > 0) {
        routes.add(new Route("10." + far + ".0.0/16", "tgw-attach-" + far));
        written.addObject().put("DestinationCidrBlock", "10." + far + ".0.0/16").put("State", "active").putArray("TransitGatewayAttachments").addObject()
            .put("TransitGatewayAttachmentId", "tgw-attach-" + far);
      }
    }
    tables.put("vpc-" + vpc, routes);
    gatewayTables.put(table, body);
  }

  private void host(int number) {
    Zone zone = zones.get(random.nextInt(zones.size()));
    String address = zone.block.replace(".0/24", "." + (4 + number));
    List<Group> own = new ArrayList<>(List.of(groups.get(random.nextInt(5))));
    if (random.nextInt(3) == 0) {
      own.add(groups.get(random.nextInt(5)));
    }
    hosts.add(new Host("i-" + number, zone, address, own));
    ObjectNode item = add("describe-instances", "Reservations").putArray("Instances").addObject().put("InstanceId", "i-" + number);
    item.putObject("State").put("Name", "running");
    ObjectNode attached = item.putArray("NetworkInterfaces").addObject().put("NetworkInterfaceId", "eni-" + number).put("SubnetId", zone.id).put("PrivateIpAddress", address);
    ArrayNode ids = attached.putArray("Groups");
    own.stream().map(Group::id).distinct().forEach(id -> ids.addObject().put("GroupId", id));
  }

  private ObjectNode add(String operation, String list) {
    ObjectNode body = bodies.computeIfAbsent(operation, none -> JSON.createObjectNode());
    return (body.has(list) ? (ArrayNode) body.path(list) : body.putArray(list)).addObject();
  }

  Estate estate() {
    List<Document> documents = new ArrayList<>();
    bodies.forEach((operation, body) -> documents.add(document(operation, "", body)));
    gatewayTables.forEach((table, body) -> documents.add(document("search-transit-gateway-routes", table, body)));
    return new Estate(new ParserRegistry(AwsParsers.ALL, List.of()).parse(documents).build(), new Coverage(List.of(), List.of()));
  }

  private static Document document(String operation, String subject, JsonNode body) {
    return new Document(new Operation("ec2", operation), Scope.account(ACCOUNT), "eu-west-1", subject, new TreeMap<>(), body, SnapshotId.IN_MEMORY, "law");
  }
}
