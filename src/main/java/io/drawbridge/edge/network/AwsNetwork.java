package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.ClusterSubnetGroup;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.PrefixListEntries;
import io.drawbridge.inventory.aws.RouteTable;
import io.drawbridge.inventory.aws.SecurityGroup;
import io.drawbridge.inventory.aws.Subnet;
import io.drawbridge.inventory.aws.VpcPlacement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of VPCs by the ids that they name each other by.
 *
 * <p>Why without account: EC2's ids are unique, and an interface in a shared subnet names one of another account.
 */
final class AwsNetwork {

  private final Map<String, Subnet> subnets = new HashMap<>();
  private final Map<String, RouteTable> tableOfSubnet = new HashMap<>();
  private final Map<String, RouteTable> mainTableOfVpc = new HashMap<>();
  private final Map<String, NetworkAcl> aclOfSubnet = new HashMap<>();
  private final Map<String, SecurityGroup> groups = new HashMap<>();
  private final Map<String, NetworkInterface> interfaces = new HashMap<>();
  private final Map<String, List<NetworkInterface>> interfacesOfInstance = new HashMap<>();
  private final Map<String, List<IpBlock>> prefixLists = new HashMap<>();
  private final Map<ResourceId, List<String>> subnetGroups = new HashMap<>();
  private final AwsFilters filters = new AwsFilters(this::prefixList);
  private final List<RouteTable> tables;

  private AwsNetwork(Estate estate) {
    Inventory inventory = estate.inventory();
    inventory.all(Subnet.class).forEach(subnet -> subnets.put(subnet.id().name(), subnet));
    inventory.all(SecurityGroup.class).forEach(group -> groups.put(group.id().name(), group));
    inventory.all(NetworkAcl.class).forEach(acl -> acl.subnetIds().forEach(subnet -> aclOfSubnet.put(subnet, acl)));
    tables = inventory.all(RouteTable.class);
    tables.forEach(this::addTable);
    inventory.all(NetworkInterface.class).forEach(this::addInterface);
    inventory.all(ClusterSubnetGroup.class).forEach(group -> subnetGroups.put(group.id(), group.subnetIds()));
    inventory.all(PrefixListEntries.class)
        .forEach(list -> prefixLists.put(list.id().name(), list.blocks().stream().flatMap(block -> IpBlock.parse(block).stream()).toList()));
  }

  static AwsNetwork of(Estate estate) {
    return estate.view(AwsNetwork.class, AwsNetwork::new);
  }

  private void addTable(RouteTable table) {
    table.subnetIds().forEach(subnet -> tableOfSubnet.put(subnet, table));
    if (table.main()) {
      mainTableOfVpc.put(table.vpcId(), table);
    }
  }

  private void addInterface(NetworkInterface attached) {
    interfaces.put(attached.id().name(), attached);
    interfacesOfInstance.computeIfAbsent(attached.instanceId(), none -> new ArrayList<>()).add(attached);
  }

  List<NetworkInterface> interfaces(String instanceId) {
    return interfacesOfInstance.getOrDefault(instanceId, List.of());
  }

  Optional<NetworkInterface> attached(String interfaceId) {
    return Optional.ofNullable(interfaces.get(interfaceId));
  }

  Optional<Subnet> subnet(String subnetId) {
    return Optional.ofNullable(subnets.get(subnetId));
  }

  /** The subnets that a resource may stand in. */
  List<String> subnets(VpcPlacement placed) {
    return placed.subnetGroup().isEmpty() ? placed.subnetIds()
        : subnetGroups.getOrDefault(ClusterSubnetGroup.arn(placed.id(), placed.subnetGroup()), List.of());
  }

  List<RouteTable> tables() {
    return tables;
  }

  /** The table that is associated with the subnet, or else the main one of its VPC. */
  Optional<RouteTable> routeTable(String subnetId) {
    return Optional.ofNullable(tableOfSubnet.get(subnetId))
        .or(() -> subnet(subnetId).flatMap(subnet -> Optional.ofNullable(mainTableOfVpc.get(subnet.vpcId()))));
  }

  Optional<NetworkAcl> acl(String subnetId) {
    return Optional.ofNullable(aclOfSubnet.get(subnetId));
  }

  Optional<SecurityGroup> group(String groupId) {
    return Optional.ofNullable(groups.get(groupId));
  }

  /** Those of the groups that were read. */
  List<SecurityGroup> groups(Collection<String> groupIds) {
    return groupIds.stream().flatMap(group -> group(group).stream()).toList();
  }

  AwsFilters filters() {
    return filters;
  }

  boolean knowsPrefixList(String id) {
    return prefixLists.containsKey(id);
  }

  /** The blocks that a route or a rule names by a block or by a prefix list. */
  List<IpBlock> blocks(String destination) {
    return IpBlock.parse(destination).map(List::of).orElseGet(() -> prefixList(destination));
  }

  private List<IpBlock> prefixList(String id) {
    return prefixLists.getOrDefault(id, List.of());
  }

  /** The most specific route to an address. */
  Optional<RouteTable.Route> route(RouteTable table, IpBlock address) {
    return table.routes().stream().filter(route -> width(route, address) >= 0).max(Comparator.comparingInt(route -> width(route, address)));
  }

  /** How specific a route is for an address; −1 for one that leads elsewhere. */
  private int width(RouteTable.Route route, IpBlock address) {
    return blocks(route.destination()).stream().filter(block -> block.contains(address)).mapToInt(IpBlock::prefix).max().orElse(-1);
  }
}
