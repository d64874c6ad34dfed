package io.drawbridge.edge.network;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.azure.AzureRouteTable;
import io.drawbridge.inventory.azure.AzureSubnet;
import io.drawbridge.inventory.azure.NetworkInterface;
import io.drawbridge.inventory.azure.NetworkInterface.IpConfiguration;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.NetworkSecurityGroup.SecurityRule;
import io.drawbridge.inventory.azure.VirtualNetwork;
import io.drawbridge.inventory.azure.VirtualNetworkPeering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A few small virtual networks with some of everything, as a model that is easy to ask and as the records that are read of it. */
final class RandomVirtualNetworks {

  private static final String PLACE = "/subscriptions/33333333-cccc-4ccc-8ccc-333333333333/resourcegroups/rg/providers/";
  private static final Scope SCOPE = Scope.subscription("33333333-cccc-4ccc-8ccc-333333333333");
  private static final int NETWORKS = 3;
  private static final int LAST_PORT = 65535;

  /** A rule of a network security group; ends are blocks, tags, {@code *}, or application groups where they begin with {@code asg}. */
  record Rule(int priority, boolean inbound, boolean allows, String from, String to, int first, int last) {}

  record Route(String block, String hop) {}

  /** A subnet with the rules of its group; none when it has no group. */
  record Zone(String name, int network, String block, Optional<List<Rule>> rules, List<Route> routes) {}

  record Host(String name, Zone zone, String address, Set<String> groups, Optional<List<Rule>> rules) {}

  /** As the first of the two sees it: whether it is peered with the second, and counts it as its virtual network. */
  record Peering(int near, int far, boolean access) {}

  private final Random random;
  private final InventoryBuilder inventory = new InventoryBuilder();
  final List<Zone> zones = new ArrayList<>();
  final List<Host> hosts = new ArrayList<>();
  final List<Peering> peerings = new ArrayList<>();

  RandomVirtualNetworks(int seed) {
    random = new Random(seed);
    for (int network = 0; network < NETWORKS; network++) {
      ArmId id = arm("microsoft.network/virtualnetworks/net" + network);
      inventory.add(new VirtualNetwork(origin(id), id, "net" + network, List.of("10." + network + ".0.0/16")));
      peer(network, (network + 1) % NETWORKS);
    }
    IntStream.range(0, 2 * NETWORKS).forEach(this::zone);
    IntStream.range(0, 10).forEach(this::host);
  }

  private static ArmId arm(String rest) {
    return new ArmId(PLACE + rest);
  }

  private static Origin origin(ArmId id) {
    return new Origin(new DocumentRef(id.text(), "law"), SCOPE, SnapshotId.IN_MEMORY);
  }

  private void peer(int near, int far) {
    int kind = random.nextInt(4);
    if (kind > 0) {
      boolean connected = kind > 1;
      peering(near, far, connected);
      peering(far, near, connected);
    }
  }

  private void peering(int near, int far, boolean connected) {
    boolean access = random.nextInt(4) > 0;
    ArmId id = arm("microsoft.network/virtualnetworks/net" + near + "/virtualnetworkpeerings/to" + far);
    inventory.add(new VirtualNetworkPeering(origin(id), id, "to" + far, Optional.of(arm("microsoft.network/virtualnetworks/net" + far)),
        connected ? "Connected" : "Initiated", access, false, false));
    if (connected) {
      peerings.add(new Peering(near, far, access));
    }
  }

  private String end() {
    int network = random.nextInt(NETWORKS);
    return switch (random.nextInt(9)) {
      case 0 -> "10.0.0.0/8";
      case 1 -> "10." + network + ".0.0/16";
      case 2 -> "10." + network + "." + random.nextInt(2) + ".0/24";
      case 3 -> "10." + network + "." + random.nextInt(2) + ".4/30";
      case 4 -> "10." + network + "." + random.nextInt(2) + "." + (4 + random.nextInt(10));
      case 5 -> "asg" + random.nextInt(3);
      case 6 -> "VirtualNetwork";
      case 7 -> "Internet";
      default -> "*";
    };
  }

  private Optional<List<Rule>> rules(String name) {
    if (random.nextInt(3) == 0) {
      return Optional.empty();
    }
    int[][] ranges = {{0, LAST_PORT}, {22, 22}, {22, 443}, {443, 3000}, {1024, LAST_PORT}};
    List<Rule> rules = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      int[] range = ranges[random.nextInt(ranges.length)];
      boolean inbound = random.nextInt(4) > 0;
      String own = random.nextInt(3) > 0 ? "*" : end();
      rules.add(new Rule(100 * (5 - i), inbound, random.nextBoolean(), inbound ? end() : own, inbound ? own : end(), range[0], range[1]));
    }
    for (boolean inbound : List.of(true, false)) {
      rules.add(new Rule(65_000, inbound, true, "VirtualNetwork", "VirtualNetwork", 0, LAST_PORT));
      rules.add(new Rule(65_500, inbound, false, "*", "*", 0, LAST_PORT));
    }
    ArmId id = group(name);
    inventory.add(new NetworkSecurityGroup(origin(id), id, name, rules.stream().map(RandomVirtualNetworks::record).toList(), List.of(), List.of()));
    return Optional.of(rules);
  }

  private static ArmId group(String name) {
    return arm("microsoft.network/networksecuritygroups/" + name);
  }

  private static SecurityRule record(Rule rule) {
    String ports = rule.first == 0 && rule.last == LAST_PORT ? "*" : rule.first + "-" + rule.last;
    return new SecurityRule("r" + rule.priority, rule.priority, rule.inbound, rule.allows, "*", text(rule.from), applicationGroup(rule.from), List.of("*"), text(rule.to),
        applicationGroup(rule.to), List.of(ports), "/properties/securityRules/" + rule.priority + rule.inbound);
  }

  private static List<String> text(String end) {
    return end.startsWith("asg") ? List.of() : List.of(end);
  }

  private static List<ArmId> applicationGroup(String end) {
    return end.startsWith("asg") ? List.of(arm("microsoft.network/applicationsecuritygroups/" + end)) : List.of();
  }

  private void zone(int number) {
    int network = number / 2;
    List<Route> routes = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      String[] blocks = {"0.0.0.0/0", "10.0.0.0/8", "10." + random.nextInt(NETWORKS) + ".0.0/16", "10." + random.nextInt(NETWORKS) + ".1.0/24"};
      String[] hops = {"VirtualAppliance", "VirtualAppliance", "None", "VnetLocal"};
      int first = random.nextInt(4);
      IntStream.range(first, first + 1 + random.nextInt(2)).forEach(i -> routes.add(new Route(blocks[i % 4], hops[random.nextInt(4)])));
    }
    String name = "zone" + number;
    var zone = new Zone(name, network, "10." + network + "." + number % 2 + ".0/24", rules(name), routes);
    zones.add(zone);
    ArmId table = arm("microsoft.network/routetables/" + name);
    List<AzureRouteTable.Route> written = zone.routes.stream().map(route -> new AzureRouteTable.Route("r", route.block, route.hop, "", "/properties/routes/0")).toList();
    inventory.add(new AzureRouteTable(origin(table), table, name, written, true));
    ArmId id = subnet(zone);
    inventory.add(new AzureSubnet(origin(id), id, name, List.of(zone.block), zone.rules.map(some -> group(name)), Optional.of(table), Optional.empty(), false));
  }

  private static ArmId subnet(Zone zone) {
    return arm("microsoft.network/virtualnetworks/net" + zone.network + "/subnets/" + zone.name);
  }

  private void host(int number) {
    Zone zone = zones.get(random.nextInt(zones.size()));
    Set<String> groups = new TreeSet<>();
    IntStream.range(0, 3).filter(i -> random.nextInt(4) == 0).forEach(i -> groups.add("asg" + i));
    String name = "host" + number;
    var host = new Host(name, zone, zone.block.replace(".0/24", "." + (4 + number)), groups, random.nextInt(3) == 0 ? rules(name) : Optional.empty());
    hosts.add(host);
    ArmId id = arm("microsoft.network/networkinterfaces/" + name);
    var configuration = new IpConfiguration(new ArmId(id.text() + "/ipconfigurations/ip"), host.address, Optional.of(subnet(zone)), Optional.empty(), Optional.empty(),
        groups.stream().flatMap(group -> applicationGroup(group).stream()).toList(), List.of(), "/properties/ipConfigurations/0");
    inventory.add(new NetworkInterface(origin(id), id, name, Optional.of(arm("microsoft.compute/virtualmachines/" + name)), host.rules.map(some -> group(name)),
        List.of(configuration), false));
  }

  Estate estate() {
    return new Estate(inventory.build(), new Coverage(List.of(), List.of()));
  }
}
