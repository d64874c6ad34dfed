package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.AppRoleAssignment;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.GraphAppRoles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What permissions of Microsoft Graph lead to that a service principal holds by itself, without a signed-in user: a table.
 *
 * <p>Delegated permissions act for a user and within the user's rights: the application alone gets nothing by them. Source: Microsoft
 * Graph permissions reference. <b>Not modelled:</b> permissions over policies, domains, devices and authentication methods.
 */
final class GraphPermission implements EdgeRule {

  private static final Set<String> ADMIN = Set.of("RoleManagement.ReadWrite.Directory", "AppRoleAssignment.ReadWrite.All");
  private static final Set<String> CREDENTIALS = Set.of("Application.ReadWrite.All");
  private static final Set<String> GROUPS = Set.of("Group.ReadWrite.All", "GroupMember.ReadWrite.All", "Directory.ReadWrite.All");
  private static final Operation ASSIGNMENTS = new Operation("graph", "servicePrincipals-appRoleAssignments");
  private static final Operation PRINCIPALS = new Operation("graph", "servicePrincipals");

  @Override
  public List<Operation> reads() {
    return List.of(PRINCIPALS, ASSIGNMENTS);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var sets = new CapabilitySets(sink);
    new TreeMap<>(AppRoles.of(estate).all()).forEach((principal, roles) -> {
      if (Directory.of(estate).canAct(principal)) {
        roles.forEach(role -> draw(estate, principal, role, sets, sink));
      }
    });
    gaps(estate, sink);
  }

  private static void draw(Estate estate, EntraId principal, AppRoles.Held held, CapabilitySets sets, EdgeSink sink) {
    Proof proof = Observed.grant(held.record(), "/appRoleId", held.permission());
    String tenant = principal.tenant();
    if (ADMIN.contains(held.permission())) {
      sink.edge(Edge.of(principal, new PrivilegeId(tenant, DirectoryRolePower.GLOBAL_ADMIN), EdgeKind.CAN_ESCALATE_TO, "entra-graph-role-write", proof,
          Likelihood.EASY.cost()));
    } else if (CREDENTIALS.contains(held.permission())) {
      connect(principal, TenantSets.of(estate).credentials(tenant), EdgeKind.CAN_ADD_CREDENTIAL, "entra-graph-application-write", proof, sets);
    } else if (GROUPS.contains(held.permission())) {
      connect(principal, TenantSets.of(estate).plainGroups(tenant), EdgeKind.CAN_ADD_MEMBER, "entra-graph-group-write", proof, sets);
    }
  }

  private static void connect(EntraId principal, CapabilitySet set, EdgeKind kind, String technique, Proof proof, CapabilitySets sets) {
    sets.connect(Edge.of(principal, set.id(), kind, technique, proof, Likelihood.EASY.cost()), new Decision.Allowed(List.of()), principal, set);
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
