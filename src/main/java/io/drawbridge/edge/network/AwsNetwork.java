package io.drawbridge.edge.network;

import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.RouteTable;
import io.drawbridge.inventory.aws.SecurityGroup;
import io.drawbridge.inventory.aws.Subnet;
import io.drawbridge.inventory.aws.VulnerabilityFinding;
import java.util.ArrayList;
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
  private final Map<String, List<NetworkInterface>> interfacesOfInstance = new HashMap<>();
  private final AwsFilters filters = new AwsFilters(list -> List.of());
  private final Map<String, List<VulnerabilityFinding>> findingsOfResource = new HashMap<>();

  AwsNetwork(Estate estate) {
    Inventory inventory = estate.inventory();
    inventory.all(Subnet.class).forEach(subnet -> subnets.put(subnet.id().name(), subnet));
    inventory.all(SecurityGroup.class).forEach(group -> groups.put(group.id().name(), group));
    inventory.all(NetworkAcl.class).forEach(acl -> acl.subnetIds().forEach(subnet -> aclOfSubnet.put(subnet, acl)));
    inventory.all(RouteTable.class).forEach(this::addTable);
    inventory.all(NetworkInterface.class).forEach(this::addInterface);
    inventory.all(VulnerabilityFinding.class)
        .forEach(finding -> findingsOfResource.computeIfAbsent(shortId(finding.resourceId()), none -> new ArrayList<>()).add(finding));
  }

  private void addTable(RouteTable table) {
    table.subnetIds().forEach(subnet -> tableOfSubnet.put(subnet, table));
    if (table.main()) {
      mainTableOfVpc.put(table.vpcId(), table);
    }
  }

  private void addInterface(NetworkInterface attached) {
    interfacesOfInstance.computeIfAbsent(attached.instanceId(), none -> new ArrayList<>()).add(attached);
  }

  private static String shortId(String resourceId) {
    return resourceId.substring(resourceId.lastIndexOf('/') + 1);
  }

  List<NetworkInterface> interfaces(String instanceId) {
    return interfacesOfInstance.getOrDefault(instanceId, List.of());
  }

  Optional<Subnet> subnet(String subnetId) {
    return Optional.ofNullable(subnets.get(subnetId));
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

  /** The groups of an interface that were read. */
  List<SecurityGroup> groups(NetworkInterface attached) {
    return attached.groupIds().stream().flatMap(group -> group(group).stream()).toList();
  }

  AwsFilters filters() {
    return filters;
  }

  List<VulnerabilityFinding> findings(String instanceId) {
    return findingsOfResource.getOrDefault(instanceId, List.of());
  }
}
