package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Comparator;
import java.util.List;

/** Network security group: rules in the order of their priority, the defaults among them. */
public record NetworkSecurityGroup(
    Origin origin, ArmId id, String name, List<SecurityRule> rules, List<ArmId> subnets, List<ArmId> networkInterfaces)
    implements Resource {

  public NetworkSecurityGroup {
    rules = rules.stream().sorted(Comparator.comparingInt(SecurityRule::priority)).toList();
    subnets = List.copyOf(subnets);
    networkInterfaces = List.copyOf(networkInterfaces);
  }

  /**
   * One rule.
   *
   * @param protocol {@code tcp}, {@code udp}, {@code icmp}, {@code esp}, {@code ah} or {@code *}, in lower case
   * @param sources addresses, blocks, service tags or {@code *}
   * @param sourceGroups application security groups instead
   * @param destinationPorts ports or ranges such as {@code 8000-8080}, or {@code *}
   * @param pointer in the group's item
   */
  public record SecurityRule(
      String name, int priority, boolean inbound, boolean allow, String protocol, List<String> sources, List<ArmId> sourceGroups,
      List<String> sourcePorts, List<String> destinations, List<ArmId> destinationGroups, List<String> destinationPorts, String pointer) {
    public SecurityRule {
      sources = List.copyOf(sources);
      sourceGroups = List.copyOf(sourceGroups);
      sourcePorts = List.copyOf(sourcePorts);
      destinations = List.copyOf(destinations);
      destinationGroups = List.copyOf(destinationGroups);
      destinationPorts = List.copyOf(destinationPorts);
    }
  }
}
