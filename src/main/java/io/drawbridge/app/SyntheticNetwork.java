package io.drawbridge.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * An invented account with any number of instances, an interface each, as files that the AWS CLI would print, the same for the same seed.
 *
 * <p>For each 2,500 interfaces a VPC of four subnets, peered with the next and attached to one transit gateway; for each ten a security group. A
 * group lets in two others of its VPC by reference and the company's block at one port; one in ten lets in everybody, one in twenty limits what goes
 * out. One subnet of four has an ACL of its own. One instance in a hundred has a public address, another one a known vulnerability.
 */
final class SyntheticNetwork {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PER_VPC = 2_500;
  private static final int PER_GROUP = 10;
  private static final int SUBNETS = 4;
  private static final int GROUPS_PER_VPC = PER_VPC / PER_GROUP;
  private static final int[] PORTS = {22, 80, 443, 3306, 5432, 6379, 8080, 9200};

  private final SplittableRandom random;
  private final int interfaces;
  private final int vpcs;

  private SyntheticNetwork(int interfaces, long seed) {
    this.random = new SplittableRandom(seed);
    this.interfaces = interfaces;
    this.vpcs = (interfaces + PER_VPC - 1) / PER_VPC;
  }

  /** Writes the files into a folder that names account and region. */
  static void write(int interfaces, long seed, Path folder) throws IOException {
    Path into = Files.createDirectories(folder.resolve("111122223333/eu-west-1"));
    var network = new SyntheticNetwork(interfaces, seed);
    write(into, "describe-instances", "Reservations", network.instances());
    write(into, "describe-security-groups", "SecurityGroups", network.groups());
    write(into, "describe-subnets", "Subnets", network.subnets());
    write(into, "describe-network-acls", "NetworkAcls", network.acls());
    write(into, "describe-route-tables", "RouteTables", network.tables());
    write(into, "describe-transit-gateway-attachments", "TransitGatewayAttachments", network.attachments());
    write(into, "search-transit-gateway-routes__tgw-rtb-1", "Routes", network.routes());
    write(into, "inspector2-list-findings", "findings", network.findings());
  }

  private static void write(Path into, String operation, String list, ArrayNode items) throws IOException {
    Files.writeString(into.resolve(operation + ".json"), JSON.createObjectNode().set(list, items).toString());
  }

  private static String block(int vpc) {
    return "10." + vpc % 256 + ".0.0/16";
  }

  private static String subnet(int vpc, int number) {
    return "subnet-" + vpc + "-" + number;
  }

  private static String group(int vpc, int number) {
    return "sg-" + vpc + "-" + number;
  }

  private ArrayNode instances() {
    ArrayNode reservations = JSON.createArrayNode();
    ArrayNode list = reservations.addObject().putArray("Instances");
    for (int i = 0; i < interfaces; i++) {
      int vpc = i / PER_VPC;
      int place = i % PER_VPC;
      ObjectNode instance = list.addObject().put("InstanceId", "i-" + i);
      instance.putObject("State").put("Name", "running");
      ObjectNode attached = instance.putArray("NetworkInterfaces").addObject().put("NetworkInterfaceId", "eni-" + i).put("VpcId", "vpc-" + vpc)
          .put("SubnetId", subnet(vpc, place % SUBNETS)).put("PrivateIpAddress",
              "10." + vpc % 256 + "." + (place % SUBNETS * 32 + place / SUBNETS / 250) + "." + (4 + place / SUBNETS % 250));
      attached.putArray("Groups").addObject().put("GroupId", group(vpc, place % GROUPS_PER_VPC));
      if (random.nextInt(100) == 0) {
        attached.putObject("Association").put("PublicIp", "198.51.100." + i % 250);
      }
    }
    return reservations;
  }

  private ArrayNode groups() {
    ArrayNode groups = JSON.createArrayNode();
    for (int vpc = 0; vpc < vpcs; vpc++) {
      for (int number = 0; number < GROUPS_PER_VPC; number++) {
        ObjectNode group = groups.addObject().put("GroupId", group(vpc, number)).put("GroupName", "group " + number).put("VpcId", "vpc-" + vpc);
        ArrayNode in = group.putArray("IpPermissions");
        for (int i = 0; i < 2; i++) {
          permission(in).putArray("UserIdGroupPairs").addObject().put("GroupId", group(vpc, random.nextInt(GROUPS_PER_VPC)));
        }
        permission(in).putArray("IpRanges").addObject().put("CidrIp", random.nextInt(PER_GROUP) == 0 ? "0.0.0.0/0" : "10.0.0.0/8");
        ObjectNode out = group.putArray("IpPermissionsEgress").addObject().put("IpProtocol", "-1");
        out.putArray("IpRanges").addObject().put("CidrIp", random.nextInt(2 * PER_GROUP) == 0 ? block(vpc) : "0.0.0.0/0");
      }
    }
    return groups;
  }

  private ObjectNode permission(ArrayNode list) {
    int port = PORTS[random.nextInt(PORTS.length)];
    return list.addObject().put("IpProtocol", "tcp").put("FromPort", port).put("ToPort", port);
  }

  private ArrayNode subnets() {
    ArrayNode subnets = JSON.createArrayNode();
    for (int vpc = 0; vpc < vpcs; vpc++) {
      for (int number = 0; number < SUBNETS; number++) {
        subnets.addObject().put("SubnetId", subnet(vpc, number)).put("VpcId", "vpc-" + vpc).put("CidrBlock", "10." + vpc % 256 + "." + number * 32 + ".0/19");
      }
    }
    return subnets;
  }

  private ArrayNode acls() {
    ArrayNode acls = JSON.createArrayNode();
    for (int vpc = 0; vpc < vpcs; vpc++) {
      acl(acls, vpc, 0, SUBNETS - 1, false);
      acl(acls, vpc, SUBNETS - 1, SUBNETS, true);
    }
    return acls;
  }

  private static void acl(ArrayNode acls, int vpc, int from, int to, boolean denies) {
    ObjectNode acl = acls.addObject().put("NetworkAclId", "acl-" + vpc + "-" + from).put("VpcId", "vpc-" + vpc);
    ArrayNode associations = acl.putArray("Associations");
    for (int number = from; number < to; number++) {
      associations.addObject().put("SubnetId", subnet(vpc, number));
    }
    ArrayNode entries = acl.putArray("Entries");
    if (denies) {
      entries.addObject().put("RuleNumber", 90).put("Egress", false).put("RuleAction", "deny").put("Protocol", "6").put("CidrBlock", "10.0.0.0/8")
          .putObject("PortRange").put("From", 22).put("To", 22);
    }
    for (boolean egress : new boolean[] {false, true}) {
      entries.addObject().put("RuleNumber", 100).put("Egress", egress).put("RuleAction", "allow").put("Protocol", "-1").put("CidrBlock", "0.0.0.0/0");
    }
  }

  private ArrayNode tables() {
    ArrayNode tables = JSON.createArrayNode();
    for (int vpc = 0; vpc < vpcs; vpc++) {
      ObjectNode table = tables.addObject().put("RouteTableId", "rtb-" + vpc).put("VpcId", "vpc-" + vpc);
      table.putArray("Associations").addObject().put("Main", true);
      ArrayNode routes = table.putArray("Routes");
      route(routes, block(vpc), "GatewayId", "local");
      route(routes, "0.0.0.0/0", "GatewayId", "igw-" + vpc);
      route(routes, "10.0.0.0/8", "TransitGatewayId", "tgw-1");
      route(routes, block(vpc ^ 1), "VpcPeeringConnectionId", "pcx-" + vpc / 2);
    }
    return tables;
  }

  private static void route(ArrayNode routes, String block, String field, String target) {
    routes.addObject().put("DestinationCidrBlock", block).put(field, target).put("State", "active");
  }

  private ArrayNode attachments() {
    ArrayNode attachments = JSON.createArrayNode();
    for (int vpc = 0; vpc < vpcs; vpc++) {
      attachments.addObject().put("TransitGatewayAttachmentId", "tgw-attach-" + vpc).put("TransitGatewayId", "tgw-1").put("ResourceType", "vpc")
          .put("ResourceId", "vpc-" + vpc).put("State", "available").putObject("Association").put("TransitGatewayRouteTableId", "tgw-rtb-1").put("State", "associated");
    }
    return attachments;
  }

  private ArrayNode routes() {
    ArrayNode routes = JSON.createArrayNode();
    for (int vpc = 0; vpc < vpcs; vpc++) {
      routes.addObject().put("DestinationCidrBlock", block(vpc)).put("State", "active").putArray("TransitGatewayAttachments").addObject()
          .put("TransitGatewayAttachmentId", "tgw-attach-" + vpc);
    }
    return routes;
  }

  private ArrayNode findings() {
    ArrayNode findings = JSON.createArrayNode();
    for (int i = 0; i < interfaces; i += 100) {
      ObjectNode finding = findings.addObject().put("findingArn", "arn:aws:inspector2:eu-west-1:111122223333:finding/" + i).put("awsAccountId", "111122223333")
          .put("type", "PACKAGE_VULNERABILITY").put("severity", "CRITICAL").put("status", "ACTIVE").put("exploitAvailable", "YES");
      finding.putObject("packageVulnerabilityDetails").put("vulnerabilityId", "CVE-2021-44228").putArray("cvss").addObject()
          .put("scoringVector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H");
      finding.putArray("resources").addObject().put("type", "AWS_EC2_INSTANCE").put("id", "i-" + i);
    }
    return findings;
  }
}
