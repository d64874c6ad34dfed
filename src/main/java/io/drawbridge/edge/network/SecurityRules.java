package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.NetworkSecurityGroup.SecurityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the rules of a network security group say of packets to one address.
 *
 * <p>Source: learn.microsoft.com, "Network security groups" and "Virtual network service tags". The default rules let in the virtual
 * network and the load balancer, and nobody else. <b>Not modelled:</b> the service tags of Azure's own address ranges, which an attacker
 * with a subscription can speak from.
 */
final class SecurityRules {

  private static final Set<String> ANYBODY = Set.of("*", "internet", "any");
  private static final Set<String> ANY_TARGET = Set.of("*", "any", "virtualnetwork");

  private final Target target;

  /**
   * Where the packet goes.
   *
   * @param address the private address, or empty when it is not known
   * @param groups application security groups of the interface
   */
  record Target(String address, Set<ArmId> groups) {}

  SecurityRules(Target target) {
    this.target = target;
  }

  PacketFilter filter(NetworkSecurityGroup group) {
    List<FilterRule> rules = new ArrayList<>();
    for (SecurityRule rule : group.rules()) {
      if (rule.inbound() && isTo(rule)) {
        Protocol.parse(rule.protocol()).ifPresent(protocol -> rules.add(new FilterRule(rule.priority(), rule.allow(), protocol, ports(rule), peers(rule), Observed.network(group.origin(), rule.pointer(), words(rule)))));
      }
    }
    return new PacketFilter.FirstMatch(rules);
  }

  private static Peers peers(SecurityRule rule) {
    if (rule.sources().stream().anyMatch(source -> ANYBODY.contains(lower(source)))) {
      return Peers.ANYBODY;
    }
    return new Peers(rule.sources().stream().flatMap(source -> IpBlock.parse(source).stream()).toList(), Set.of());
  }

  private boolean isTo(SecurityRule rule) {
    return rule.destinations().stream().anyMatch(this::isTarget) || rule.destinationGroups().stream().anyMatch(target.groups::contains);
  }

  private boolean isTarget(String destination) {
    return ANY_TARGET.contains(lower(destination)) || IpBlock.parse(destination).filter(this::isTarget).isPresent();
  }

  private boolean isTarget(IpBlock block) {
    return IpBlock.parse(target.address).filter(block::contains).isPresent();
  }

  private static PortSet ports(SecurityRule rule) {
    return rule.destinationPorts().stream().map(SecurityRules::ports).reduce(PortSet.NONE, PortSet::union);
  }

  private static PortSet ports(String text) {
    if (text.equals("*")) {
      return PortSet.ALL;
    }
    int dash = text.indexOf('-');
    try {
      int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
      return PortSet.of(first, dash < 0 ? first : Integer.parseInt(text.substring(dash + 1)));
    } catch (NumberFormatException e) {
      return PortSet.NONE;
    }
  }

  private static String words(SecurityRule rule) {
    String verb = rule.allow() ? " allows " : " denies ";
    return "priority " + rule.priority() + verb + rule.protocol() + " " + rule.destinationPorts() + " from " + rule.sources();
  }

  private static String lower(String text) {
    return ResourceId.lowerCase(text);
  }
}
