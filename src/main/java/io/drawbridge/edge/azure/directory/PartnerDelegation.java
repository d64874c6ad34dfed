package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.ChildGaps;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.CrossTenantAccess;
import io.drawbridge.inventory.azure.DelegatedAdminRelationship;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Partners of Microsoft in their customers' tenants: groups of the partner hold the roles that the customer approved, and whoever rules the
 * partner's tenant, or may write such relationships there, gives them to a group of its own.
 *
 * <p>An application does so where the partner's tenant has the service principal that Microsoft asks for; members of the group must be users. Only
 * the partner's tenant lists who holds what: of a customer it is known alone that there is a partner, which is a gap. Source: Microsoft Graph,
 * resource types delegatedAdminRelationship and delegatedAdminAccessAssignment, "Create accessAssignments"; Microsoft Partner Center, "Granular
 * delegated admin privileges". <b>Not modelled:</b> delegated privileges of the older kind, which gave the partner's agents Global Administrator and
 * which Microsoft has taken away: no listing tells which are left; what the partner's roles do in its own Partner Center.
 */
final class PartnerDelegation implements EdgeRule {

  private static final Operation RELATIONSHIPS = new Operation("graph", "delegatedAdminRelationships");
  private static final Operation ASSIGNMENTS = new Operation("graph", "delegatedAdminRelationships-accessAssignments");
  private static final String WRITE = "DelegatedAdminRelationship.ReadWrite.All";

  /** Partner Customer Delegated Administration. */
  private static final String GATE = "2832473f-ec63-45fb-976f-5d45a7d4bb91";

  @Override
  public List<Operation> reads() {
    return List.of(RELATIONSHIPS, ASSIGNMENTS, new Operation("graph", "servicePrincipals"), new Operation("graph", "servicePrincipals-appRoleAssignments"),
        CrossTenantSettings.PARTNERS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.PARTNER_DELEGATION, EntraTechniques.PARTNER_DELEGATION_WRITE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (Holding holding : DirectoryRoles.of(estate).delegated()) {
      if (Directory.of(estate).canAct(holding.principal())) {
        sink.edge(Edge.of(holding.principal(), holding.role(), EdgeKind.HAS_ROLE, EntraTechniques.PARTNER_DELEGATION.id(),
            Observed.grant(holding.record(), "/accessDetails/unifiedRoles", holding.role().objectId()), Likelihood.CERTAIN.cost()));
      }
    }
    List<DelegatedAdminRelationship> active = DirectoryRoles.of(estate).approved().stream().map(Holding::record)
        .map(DelegatedAdminRelationship.class::cast).distinct().toList();
    active.forEach(relationship -> write(estate, relationship, sink));
    ChildGaps.of(estate, ASSIGNMENTS, active.stream().map(DelegatedAdminRelationship::id).toList(), "which groups hold the customer's roles is not known")
        .forEach(sink::gap);
    gaps(estate, active, sink);
  }

  private static void write(Estate estate, DelegatedAdminRelationship relationship, EdgeSink sink) {
    String partner = relationship.id().tenant();
    Proof approved = Observed.grant(relationship, "/accessDetails/unifiedRoles", relationship.displayName());
    give(relationship, new PrivilegeId(partner, DirectoryRolePower.GLOBAL_ADMIN), new Decision.Allowed(List.of()), approved, sink);
    AppRoles.of(estate).all().forEach((principal, held) -> {
      if (principal.tenant().equals(partner) && Directory.of(estate).canAct(principal) && mayCall(estate, partner)) {
        held.stream().filter(role -> role.permission().equals(WRITE)).forEach(role -> give(relationship, principal,
            Deciding.and(new Decision.Allowed(List.of()), GraphGrants.A_USER), approved.and(Observed.grant(role.record(), "/appRoleId", WRITE)), sink));
      }
    });
  }

  private static void give(DelegatedAdminRelationship relationship, ResourceId from, Decision decision, Proof proof, EdgeSink sink) {
    for (String role : relationship.roles()) {
      Edge plain = Edge.of(from, new EntraId(relationship.customer(), role), EdgeKind.CAN_ESCALATE_TO, EntraTechniques.PARTNER_DELEGATION_WRITE.id(), proof,
          Likelihood.EASY.cost());
      DecisionEdges.of(plain, decision, from).forEach(sink::edge);
    }
  }

  private static boolean mayCall(Estate estate, String partner) {
    return estate.inventory().all(ServicePrincipal.class).stream().anyMatch(each -> each.id().tenant().equals(partner) && each.appId().equals(GATE));
  }

  /** Customers that have a partner of whom nothing was read. */
  private static void gaps(Estate estate, List<DelegatedAdminRelationship> active, EdgeSink sink) {
    Set<String> known = active.stream().map(each -> each.customer() + " " + each.id().tenant()).collect(Collectors.toSet());
    for (CrossTenantAccess partner : estate.inventory().all(CrossTenantAccess.class)) {
      if (partner.serviceProvider() && !known.contains(partner.id().tenant() + " " + partner.partner())) {
        sink.gap(Gaps.of(estate, Scope.tenant(partner.partner()), RELATIONSHIPS, "", "which roles the partner holds in " + partner.id().tenant() + " is not known"));
      }
    }
  }
}
