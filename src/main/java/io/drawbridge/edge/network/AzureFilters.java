package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.network.PacketFilter.FirstMatch;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.NetworkSecurityGroup.SecurityRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Network security groups as packet filters for one interface.
 *
 * <p>Service tags are groups that a peer is in: {@link #INTERNET}, {@link #VIRTUAL_NETWORK}, {@link #AZURE_CLOUD}.
 *
 * <p>Source: learn.microsoft.com, "Network security groups", "Virtual network service tags", "Application security groups". <b>Not
 * modelled:</b> the tags of single services, whose addresses no listing tells: a rule for one speaks of nobody that is known here, and is a
 * gap where it lets somebody in; and what the load balancer's tag stands for, which are health probes.
 */
final class AzureFilters {

  /** Everybody outside, machines of Azure by their public addresses too. */
  static final String INTERNET = "internet";

  /** The network, what it is peered with, and what its gateway leads to. */
  static final String VIRTUAL_NETWORK = "virtualnetwork";

  /** Anybody's machines in Azure, whatever the region: an attacker rents one. */
  static final String AZURE_CLOUD = "azurecloud";

  private static final int FIRST_DEFAULT = 65_000;
  private static final String PROBES = "azureloadbalancer";
  private static final Set<String> ANYBODY = Set.of("*", "any");

  private final Map<Key, PacketFilter> filters = new HashMap<>();

  /**
   * What rules may call an interface by.
   *
   * @param address or a block that it is in
   * @param groups application security groups
   */
  record Named(Optional<IpBlock> address, Set<String> groups) {
    Named {
      groups = Set.copyOf(groups);
    }
  }

  private record Key(ArmId group, Named own, boolean inbound) {}

  /** What the group lets in to an interface. */
  PacketFilter inbound(NetworkSecurityGroup group, Named own) {
    return filters.computeIfAbsent(new Key(group.id(), own, true), key -> filter(group, key));
  }

  /** What the group lets out of an interface. */
  PacketFilter outbound(NetworkSecurityGroup group, Named own) {
    return filters.computeIfAbsent(new Key(group.id(), own, false), key -> filter(group, key));
  }

  /** The tags of single services whose machines the group lets in. */
  static SortedSet<String> servicesLetIn(NetworkSecurityGroup group) {
    return group.rules().stream().filter(rule -> rule.inbound() && rule.allow()).flatMap(rule -> rule.sources().stream())
        .filter(AzureFilters::isOfService).collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOfService(String text) {
    String lower = ResourceId.lowerCase(text);
    return !ANYBODY.contains(lower) && !Set.of(INTERNET, VIRTUAL_NETWORK, PROBES).contains(lower) && !lower.startsWith(AZURE_CLOUD)
        && IpBlock.parse(text).isEmpty();
  }

  private static PacketFilter filter(NetworkSecurityGroup group, Key key) {
    List<FilterRule> rules = new ArrayList<>();
    for (SecurityRule rule : withDefaults(group)) {
      List<String> own = key.inbound ? rule.destinations() : rule.sources();
      List<ArmId> ownGroups = key.inbound ? rule.destinationGroups() : rule.sourceGroups();
      if (rule.inbound() == key.inbound && (own.stream().anyMatch(text -> isOwn(text, key.own)) || ownGroups.stream().anyMatch(id -> key.own.groups.contains(id.text())))) {
        rule(group, rule).ifPresent(rules::add);
      }
    }
    return new FirstMatch(rules);
  }

  /** A listing may leave out what every group begins with. */
  private static List<SecurityRule> withDefaults(NetworkSecurityGroup group) {
    List<SecurityRule> rules = new ArrayList<>(group.rules());
    for (boolean inbound : List.of(true, false)) {
      if (group.rules().stream().noneMatch(rule -> rule.inbound() == inbound && rule.priority() >= FIRST_DEFAULT)) {
        String name = inbound ? "AllowVnetInBound" : "AllowVnetOutBound";
        rules.add(new SecurityRule(name, FIRST_DEFAULT, inbound, true, "*", List.of("VirtualNetwork"), List.of(), List.of("*"), List.of("VirtualNetwork"),
            List.of(), List.of("*"), "/properties/defaultSecurityRules"));
      }
    }
    return rules;
  }

  private static boolean isOwn(String text, Named own) {
    String lower = ResourceId.lowerCase(text);
    return ANYBODY.contains(lower) || lower.equals(VIRTUAL_NETWORK)
        || IpBlock.parse(text).filter(block -> own.address.filter(block::contains).isPresent()).isPresent();
  }

  /** A sender chooses its own port: a rule that denies some of them stops nobody. */
  private static Optional<FilterRule> rule(NetworkSecurityGroup group, SecurityRule rule) {
    boolean anyPort = rule.sourcePorts().isEmpty() || rule.sourcePorts().contains("*") || rule.sourcePorts().contains("0-65535");
    return Protocol.parse(rule.protocol()).filter(protocol -> rule.allow() || anyPort).map(protocol -> new FilterRule(rule.priority(), rule.allow(),
        protocol, ports(rule.destinationPorts()), peers(rule), Observed.network(group.origin(), rule.pointer(), words(rule))));
  }

  private static Peers peers(SecurityRule rule) {
    List<IpBlock> blocks = new ArrayList<>();
    Set<String> groups = new HashSet<>();
    (rule.inbound() ? rule.sourceGroups() : rule.destinationGroups()).forEach(group -> groups.add(group.text()));
    for (String text : rule.inbound() ? rule.sources() : rule.destinations()) {
      String lower = ResourceId.lowerCase(text);
      if (ANYBODY.contains(lower)) {
        blocks.addAll(Peers.ANYBODY.blocks());
      } else {
        IpBlock.parse(text).ifPresentOrElse(blocks::add, () -> groups.add(lower.startsWith(AZURE_CLOUD) ? AZURE_CLOUD : lower));
      }
    }
    return new Peers(blocks, groups);
  }

  private static PortSet ports(List<String> texts) {
    return texts.stream().map(AzureFilters::ports).reduce(PortSet.NONE, PortSet::union);
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
    List<String> peers = new ArrayList<>(rule.inbound() ? rule.sources() : rule.destinations());
    (rule.inbound() ? rule.sourceGroups() : rule.destinationGroups()).forEach(group -> peers.add(group.name()));
    return rule.name() + ", priority " + rule.priority() + "," + verb + rule.protocol() + " " + rule.destinationPorts() + (rule.inbound() ? " from " : " to ") + peers;
  }
}
