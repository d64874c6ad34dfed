package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.ChildGaps;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.GraphGrants.Grant;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.AppRoleAssignment;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.GraphAppRoles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What permissions of Microsoft Graph lead to that a service principal holds by itself, without a signed-in user; the table is
 * {@link GraphGrants}.
 *
 * <p>Delegated permissions act for a user and within the user's rights: the application alone gets nothing by them. Source: Microsoft
 * Graph permissions reference.
 */
final class GraphPermission implements EdgeRule {

  private static final Operation ASSIGNMENTS = new Operation("graph", "servicePrincipals-appRoleAssignments");
  private static final Operation PRINCIPALS = new Operation("graph", "servicePrincipals");

  @Override
  public List<Operation> reads() {
    return List.of(PRINCIPALS, ASSIGNMENTS, CredentialRestrictions.DEFAULT, new Operation("graph", "appManagementPolicies"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.GRAPH_ROLE_WRITE, EntraTechniques.GRAPH_APPLICATION_WRITE, EntraTechniques.GRAPH_GROUP_WRITE,
        EntraTechniques.GROUP_SCHEDULE, EntraTechniques.GROUP_RULE, EntraTechniques.USER_ATTRIBUTE, EntraTechniques.CROSS_TENANT_SYNCHRONIZATION, EntraTechniques.DOMAIN_FEDERATION,
        EntraTechniques.DEVICE_SCRIPT);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var edges = new PowerEdges(estate, sink);
    new TreeMap<>(AppRoles.of(estate).all()).forEach((principal, roles) -> {
      if (Directory.of(estate).canAct(principal)) {
        roles.forEach(role -> draw(estate, principal, role, edges));
      }
    });
    gaps(estate, sink);
  }

  private static void draw(Estate estate, EntraId principal, AppRoles.Held held, PowerEdges edges) {
    Proof proof = Observed.grant(held.record(), "/appRoleId", held.permission());
    for (Grant grant : GraphGrants.ALL) {
      if (grant.permission().equals(held.permission())) {
        CapabilitySet reached = PowerReach.of(estate).inTenant(grant.power(), principal.tenant());
        edges.draw(principal, grant.power(), grant.technique().id(), reached, Deciding.and(new Decision.Allowed(List.of()), grant.requirements()), proof);
      }
    }
  }

  /** Without the resource's own service principal it is not known whose roles the assignments are of. */
  private static void gaps(Estate estate, EdgeSink sink) {
    Set<EntraId> resources = new HashSet<>();
    List<EntraId> principals = estate.inventory().all(ServicePrincipal.class).stream().map(ServicePrincipal::id).toList();
    resources.addAll(principals);
    for (AppRoleAssignment assignment : estate.inventory().all(AppRoleAssignment.class)) {
      if (!resources.contains(assignment.resource()) && GraphAppRoles.value(assignment.appRoleId()).isPresent()) {
        EntraId missing = assignment.resource();
        sink.gap(Gaps.of(estate, Scope.tenant(missing.tenant()), PRINCIPALS, missing.objectId(), "whose app roles are assigned is not known"));
      }
    }
    ChildGaps.of(estate, ASSIGNMENTS, principals, "which permissions the service principal holds is not known").forEach(sink::gap);
  }
}
