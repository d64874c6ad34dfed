package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.network.PacketFilter.FirstMatch;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.DatabaseFirewallRule;
import io.drawbridge.inventory.azure.DatabaseServer;
import io.drawbridge.inventory.azure.KubernetesCluster;
import io.drawbridge.inventory.azure.SiteAccess;
import io.drawbridge.inventory.azure.SiteAccess.Restriction;
import io.drawbridge.inventory.azure.WebApp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which services of the customer's own making the internet reaches without a virtual network: web and function apps, API servers of
 * clusters, and servers of databases.
 *
 * <p>Source: learn.microsoft.com, "Azure App Service access restrictions" (in the order of priority, and the rest by the default action), "Azure
 * SQL Database and Azure Synapse IP firewall rules" (nobody is let in without a rule; from zero to zero are all machines of Azure, anybody's).
 * <b>Not modelled:</b> the site that deployments go to, which asks for credentials; what an app asks of its callers itself; restrictions
 * that ask for headers, whose values an attacker does not know; services whose code is the provider's.
 */
final class AzureServices {

  static final Operation SITES = new Operation("arm", "microsoft.web/sites");
  static final Operation CONFIGURATIONS = new Operation("arm", "microsoft.web/sites/config");
  private static final Operation SLOT_CONFIGURATIONS = new Operation("arm", "microsoft.web/sites/slots/config");

  static final PortSet HTTPS = PortSet.of(443, 443);
  static final Map<String, Integer> PORTS = Map.of("microsoft.sql/servers", 1433, "microsoft.dbforpostgresql/flexibleservers", 5432,
      "microsoft.dbformysql/flexibleservers", 3306);

  private final Estate estate;
  private final List<Exposure> found = new ArrayList<>();

  AzureServices(Estate estate) {
    this.estate = estate;
    estate.inventory().all(WebApp.class).stream().filter(site -> site.running() && !site.publicDisabled()).forEach(this::site);
    estate.inventory().all(KubernetesCluster.class).stream().filter(cluster -> !cluster.network().restricted()).forEach(this::cluster);
    Set<ArmId> servers = new HashSet<>();
    estate.inventory().all(DatabaseFirewallRule.class).stream().filter(AzureServices::letsAttackersIn).forEach(rule -> server(rule, servers));
  }

  List<Exposure> found() {
    return List.copyOf(found);
  }

  private void site(WebApp site) {
    var unseen = new AzureUnseen(estate, site.id());
    Optional<SiteAccess> access = estate.inventory().find(SiteAccess.class, new ArmId(site.id().text() + "/config/web"));
    if (access.isEmpty()) {
      unseen.add(site.id().text().contains("/slots/") ? SLOT_CONFIGURATIONS : CONFIGURATIONS, site.id(), "the app's access restrictions");
    }
    Evidence running = Observed.network(site.origin(), "/properties/defaultHostName", site.hostName() + " answers the internet");
    Passed asked = access.map(AzureServices::fromInternet).orElse(new Passed(HTTPS, List.of()));
    if (!asked.isNothing()) {
      found.add(new Exposure(node(site), asked.ports(), Proof.of(asked.because(List.of(running)).by()).and(unseen.proof()), unseen.condition(),
          AzureNetwork.of(estate).flaws(site.id())));
    }
  }

  private static Passed fromInternet(SiteAccess access) {
    AzureWay way = way(access);
    return access.publicDisabled() ? Passed.NOTHING : way.fromInternet(HTTPS, false).or(way.fromInternet(HTTPS, true));
  }

  /** Who gets as far as the app, by its restrictions. */
  static AzureWay way(SiteAccess access) {
    List<FilterRule> rules = new ArrayList<>();
    for (Restriction restriction : access.restrictions()) {
      if (!restriction.headers()) {
        rules.add(new FilterRule(restriction.priority(), restriction.allow(), Protocol.ANY, HTTPS, peers(restriction.source()),
            Observed.network(access.origin(), restriction.pointer(), restriction.name() + ", priority " + restriction.priority() + ","
                + (restriction.allow() ? " allows " : " denies ") + restriction.source())));
      }
    }
    rules.add(new FilterRule(Integer.MAX_VALUE, access.defaultAllow(), Protocol.ANY, HTTPS, Peers.ANYBODY,
        Observed.network(access.origin(), "/properties/ipSecurityRestrictions", "whom no restriction names is let in")));
    return new AzureWay(List.of(new FirstMatch(rules)), Optional.empty(), Optional.empty());
  }

  /** A restriction may name several blocks; one about a subnet names none of the internet. */
  private static Peers peers(String source) {
    List<IpBlock> blocks = new ArrayList<>();
    Set<String> tags = new HashSet<>();
    for (String text : source.split(",", -1)) {
      String lower = ResourceId.lowerCase(text.strip());
      if (lower.equals("any")) {
        blocks.addAll(Peers.ANYBODY.blocks());
      } else {
        IpBlock.parse(lower).ifPresentOrElse(blocks::add, () -> tags.add(lower.startsWith(AzureFilters.AZURE_CLOUD) ? AzureFilters.AZURE_CLOUD : lower));
      }
    }
    return new Peers(blocks, tags);
  }

  /** Whether the rule's addresses are all of Azure's machines, or contain a block that is too wide to be anybody's own. */
  private static boolean letsAttackersIn(DatabaseFirewallRule rule) {
    Optional<IpBlock> first = IpBlock.parse(rule.first());
    Optional<IpBlock> last = IpBlock.parse(rule.last());
    return rule.letsAnyoneIn() || (first.isPresent() && last.isPresent() && !first.get().isV6() && !last.get().isV6()
        && Attackers.among(List.of(new IpBlock(false, first.get().high(), 0, Byte.SIZE - 1), new IpBlock(false, last.get().high(), 0, Byte.SIZE - 1))).stream()
            .filter(attacker -> !attacker.isV6()).anyMatch(attacker -> isWithin(attacker, first.get(), last.get())));
  }

  private static boolean isWithin(IpBlock block, IpBlock first, IpBlock last) {
    long size = 1L << (Integer.SIZE - block.prefix());
    long start = block.high() >>> Integer.SIZE;
    return first.high() >>> Integer.SIZE <= start && start + size - 1 <= last.high() >>> Integer.SIZE;
  }

  /** Without authorized ranges, or with one for every address, its API server answers anybody. */
  private void cluster(KubernetesCluster cluster) {
    String ranges = cluster.network().addresses().isEmpty() ? "no authorized ranges" : String.join(", ", cluster.network().addresses());
    found.add(new Exposure(node(cluster), HTTPS, Proof.of(List.of(Observed.network(cluster.origin(), "/properties/apiServerAccessProfile", ranges))), Condition.NONE,
        List.of()));
  }

  /** One rule that lets anybody in is enough. */
  private void server(DatabaseFirewallRule rule, Set<ArmId> seen) {
    estate.inventory().find(DatabaseServer.class, rule.server()).filter(server -> !server.network().publicDisabled() && PORTS.containsKey(server.type()))
        .filter(server -> seen.add(server.id())).ifPresent(server -> {
          int port = PORTS.getOrDefault(server.type(), 0);
          Evidence evidence = Observed.network(rule.origin(), "/properties/startIpAddress", rule.name() + " lets in " + rule.first() + " to " + rule.last());
          found.add(new Exposure(node(server), PortSet.of(port, port), Proof.of(List.of(evidence)), Condition.NONE, List.of()));
        });
  }

  /** Where a service of the customer's own making listens; empty for others. */
  static Optional<PortSet> port(Estate estate, ArmId service) {
    Optional<PortSet> site = estate.inventory().find(WebApp.class, service).filter(WebApp::running).map(app -> HTTPS);
    return site.or(() -> estate.inventory().find(DatabaseServer.class, service).map(server -> PORTS.getOrDefault(server.type(), 0)).filter(port -> port > 0)
        .map(port -> PortSet.of(port, port)));
  }

  private static Node node(Resource resource) {
    var id = new ArmId(resource.id().text());
    return Node.of(id, ArmTypes.kind(id), resource.name(), AzureUnseen.scope(id));
  }
}
