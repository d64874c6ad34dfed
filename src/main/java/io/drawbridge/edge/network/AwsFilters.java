package io.drawbridge.edge.network;

import io.drawbridge.edge.network.PacketFilter.AnyOf;
import io.drawbridge.edge.network.PacketFilter.FirstMatch;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.SecurityGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Security groups and network ACLs as packet filters.
 *
 * <p>Source: Amazon VPC User Guide, "Security group rules" (any rule of any group of an interface is enough; a rule by reference speaks of the
 * interfaces in that group), "Network ACL rules" (the lowest number that matches decides).
 */
final class AwsFilters {

  private final Function<String, List<IpBlock>> prefixLists;
  private final Map<SecurityGroup, List<FilterRule>> inbound = new HashMap<>();
  private final Map<SecurityGroup, List<FilterRule>> outbound = new HashMap<>();
  private final Map<NetworkAcl, PacketFilter> ingress = new HashMap<>();
  private final Map<NetworkAcl, PacketFilter> egress = new HashMap<>();

  /**
   * @param prefixLists the blocks that a prefix list stands for; none for one that was not read
   */
  AwsFilters(Function<String, List<IpBlock>> prefixLists) {
    this.prefixLists = prefixLists;
  }

  /** What the groups of an interface let in. */
  PacketFilter inbound(Collection<SecurityGroup> groups) {
    return new AnyOf(groups.stream().flatMap(group -> inbound.computeIfAbsent(group, one -> rules(one, one.inbound())).stream()).toList());
  }

  /** What the groups of an interface let out. */
  PacketFilter outbound(Collection<SecurityGroup> groups) {
    return new AnyOf(groups.stream().flatMap(group -> outbound.computeIfAbsent(group, one -> rules(one, one.outbound())).stream()).toList());
  }

  /** What comes into the ACL's subnets. */
  PacketFilter ingress(NetworkAcl acl) {
    return ingress.computeIfAbsent(acl, one -> entries(one, false));
  }

  /** What leaves the ACL's subnets. */
  PacketFilter egress(NetworkAcl acl) {
    return egress.computeIfAbsent(acl, one -> entries(one, true));
  }

  private List<FilterRule> rules(SecurityGroup group, List<SecurityGroup.Rule> written) {
    List<FilterRule> rules = new ArrayList<>();
    for (SecurityGroup.Rule rule : written) {
      Protocol.parse(rule.protocol()).ifPresent(protocol -> rules.add(new FilterRule(0, true, protocol, PortSet.of(rule.fromPort(), rule.toPort()), peers(rule),
          Observed.network(group.origin(), rule.pointer(), words(rule)))));
    }
    return rules;
  }

  private Peers peers(SecurityGroup.Rule rule) {
    List<IpBlock> blocks = new ArrayList<>(blocks(rule.cidrs()));
    rule.prefixListIds().forEach(list -> blocks.addAll(prefixLists.apply(list)));
    return new Peers(blocks, new HashSet<>(rule.groupIds()));
  }

  private static List<IpBlock> blocks(List<String> cidrs) {
    return cidrs.stream().flatMap(cidr -> IpBlock.parse(cidr).stream()).toList();
  }

  private static String words(SecurityGroup.Rule rule) {
    List<String> peers = new ArrayList<>(rule.cidrs());
    peers.addAll(rule.groupIds());
    peers.addAll(rule.prefixListIds());
    return rule.protocol() + " " + rule.fromPort() + "-" + rule.toPort() + (rule.pointer().startsWith("/IpPermissionsEgress") ? " to " : " from ") + peers;
  }

  private static PacketFilter entries(NetworkAcl acl, boolean egress) {
    List<FilterRule> rules = new ArrayList<>();
    for (NetworkAcl.Entry entry : acl.entries()) {
      if (entry.egress() == egress) {
        Protocol.parse(entry.protocol()).ifPresent(protocol -> rules.add(new FilterRule(entry.number(), entry.allows(), protocol,
            PortSet.of(entry.fromPort(), entry.toPort()), new Peers(blocks(List.of(entry.cidr())), Set.of()), Observed.network(acl.origin(), entry.pointer(), words(entry)))));
      }
    }
    return new FirstMatch(rules);
  }

  private static String words(NetworkAcl.Entry entry) {
    String where = entry.egress() ? "outbound to " : "inbound from ";
    return "rule " + entry.number() + (entry.allows() ? " allows " : " denies ") + where + entry.cidr() + " ports " + entry.fromPort() + "-" + entry.toPort();
  }
}
