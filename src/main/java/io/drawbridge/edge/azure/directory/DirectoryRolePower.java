package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What directory roles lead to: built-in ones by a table, all others by the actions of their definitions.
 *
 * <p>A role over the whole tenant is a node with these edges; one that is limited to a unit or an object gives its holder edges of its
 * own. Source: Microsoft Entra, "Microsoft Entra built-in roles", "Privileged roles and permissions", "Overview of custom roles".
 */
final class DirectoryRolePower implements EdgeRule {

  static final String GLOBAL_ADMIN = "TenantGlobalAdmin";

  private static final Operation DEFINITIONS = new Operation("graph", "roleDefinitions");
  private static final Operation DOMAINS = new Operation("graph", "domains");
  private static final Operation ORGANIZATION = new Operation("graph", "organization");

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "roleAssignments"), DEFINITIONS, new Operation("graph", "applications"),
        new Operation("graph", "servicePrincipals"), new Operation("graph", "groups"), new Operation("graph", "users"), DOMAINS, ORGANIZATION,
        new Operation("graph", "devices"), CredentialRestrictions.DEFAULT, new Operation("graph", "appManagementPolicies"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.ADMINISTRATION, EntraTechniques.ROLE_ASSIGNMENT, EntraTechniques.GRAPH_ROLE_WRITE,
        EntraTechniques.APPLICATION_CREDENTIAL,
        EntraTechniques.APPLICATION_OWNERS, EntraTechniques.GROUP_MEMBERSHIP, EntraTechniques.GROUP_RULE, EntraTechniques.USER_ATTRIBUTE,
        EntraTechniques.CROSS_TENANT_SYNCHRONIZATION,
        EntraTechniques.DOMAIN_FEDERATION, EntraTechniques.PASSWORD_SYNCHRONISATION, EntraTechniques.PASS_THROUGH_AGENT, EntraTechniques.DEVICE_SCRIPT);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var edges = new PowerEdges(estate, sink);
    var wide = new TreeMap<EntraId, Holding>();
    DirectoryRoles roles = DirectoryRoles.of(estate);
    for (Holding holding : roles.everywhere()) {
      if (holding.isTenantWide()) {
        wide.putIfAbsent(holding.role(), holding);
      } else if (Directory.of(estate).canAct(holding.principal())) {
        limited(estate, holding, edges);
      }
    }
    wide.forEach((role, holding) -> overTenant(estate, holding, edges));
    gaps(estate, roles, sink);
  }

  private static void overTenant(Estate estate, Holding holding, PowerEdges edges) {
    EntraId role = holding.role();
    for (DirectoryPower power : DirectoryRoles.of(estate).powers(role)) {
      CapabilitySet reached = PowerReach.of(estate).inTenant(power, role.tenant());
      edges.draw(role, power, power.technique(), reached, new Decision.Allowed(List.of()), grant(holding));
    }
  }

  /** A role within an administrative unit, or over one application, service principal or group. */
  private static void limited(Estate estate, Holding holding, PowerEdges edges) {
    PowerReach reach = PowerReach.of(estate);
    Activations activations = Activations.of(estate);
    for (DirectoryPower power : DirectoryRoles.of(estate).powers(holding.role())) {
      CapabilitySet reached = holding.isWithinUnit() ? reach.inUnit(power, holding.limit()) : reach.over(power, holding.limit());
      edges.draw(holding.principal(), power, power.technique(), reached, activations.decision(holding), grant(holding).and(activations.side(holding)));
    }
  }

  private static Proof grant(Holding holding) {
    return Observed.grant(holding.record(), "/roleDefinitionId", holding.role().objectId());
  }

  /** Roles that are held and of which nothing is known but the id. */
  private static void gaps(Estate estate, DirectoryRoles roles, EdgeSink sink) {
    Set<EntraId> unknown = new TreeSet<>();
    roles.holdings().stream().map(Holding::role).filter(role -> !roles.isKnown(role)).forEach(unknown::add);
    unknown.forEach(role -> sink.gap(Gaps.of(estate, Scope.tenant(role.tenant()), DEFINITIONS, role.objectId(), "what the directory role allows is not known")));
    Set<String> federating = new TreeSet<>();
    roles.holdings().stream().map(Holding::role).filter(role -> roles.powers(role).contains(DirectoryPower.WRITE_FEDERATION))
        .forEach(role -> federating.add(role.tenant()));
    federating.stream().map(Scope::tenant).filter(tenant -> !isRead(estate, tenant, DOMAINS) && !isRead(estate, tenant, ORGANIZATION))
        .forEach(tenant -> sink.gap(Gaps.of(estate, tenant, DOMAINS, "", "whether a domain can be federated is not known")));
  }

  private static boolean isRead(Estate estate, Scope tenant, Operation operation) {
    return estate.coverage().reading(tenant, operation) == Reading.READ;
  }
}
