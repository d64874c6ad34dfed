package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.DirectoryRoles.Holding;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What directory roles lead to: a table of built-in roles.
 *
 * <p>A role over the whole tenant is a node with these edges; one that is limited to a unit or an object gives its holder edges of its
 * own. Source: Microsoft Entra, "Microsoft Entra built-in roles", "Privileged roles and permissions". <b>Not modelled:</b> custom roles;
 * roles that manage Microsoft 365 groups only.
 */
final class DirectoryRolePower implements EdgeRule {

  static final String GLOBAL_ADMIN = "TenantGlobalAdmin";

  private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
  private static final String PRIVILEGED_ROLE_ADMINISTRATOR = "e8611ab8-c189-46e8-94e1-60213ab1f814";

  /** Application and Cloud Application Administrator. */
  private static final Set<String> MANAGE_APPLICATIONS = Set.of("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "158c047a-c907-4556-b7ef-446551a6b5f7");

  /** Groups and User Administrator, Directory Writers. */
  private static final Set<String> MANAGE_GROUPS =
      Set.of("fdd7a751-b60b-444a-984c-02652fe8fa1c", "fe930be7-5e62-47db-91af-98c3a49a38b1", "9360feb5-f418-4baa-8175-e2a00bac4301");

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "roleAssignments"), new Operation("graph", "applications"), new Operation("graph", "servicePrincipals"),
        new Operation("graph", "groups"), new Operation("graph", "users"));
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var sets = new CapabilitySets(sink);
    var wide = new TreeMap<EntraId, Proof>();
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (holding.isTenantWide()) {
        wide.putIfAbsent(holding.role(), grant(holding));
      } else if (Directory.of(estate).canAct(holding.principal())) {
        limited(estate, holding, sets, sink);
      }
    }
    wide.forEach((role, proof) -> overTenant(estate, role, proof, sets, sink));
  }

  private static void overTenant(Estate estate, EntraId role, Proof proof, CapabilitySets sets, EdgeSink sink) {
    String id = role.objectId();
    TenantSets reach = TenantSets.of(estate);
    var allowed = new Decision.Allowed(List.of());
    if (id.equals(GLOBAL_ADMINISTRATOR)) {
      sink.edge(escalate(role, "entra-global-administrator", proof, Likelihood.CERTAIN));
    } else if (id.equals(PRIVILEGED_ROLE_ADMINISTRATOR)) {
      sink.edge(escalate(role, "entra-role-assignment", proof, Likelihood.EASY));
      CapabilitySet groups = reach.allGroups(role.tenant());
      sets.connect(edge(role, groups, EdgeKind.CAN_ADD_MEMBER, "entra-group-membership-write", proof), allowed, role, groups);
    } else if (MANAGE_APPLICATIONS.contains(id)) {
      CapabilitySet credentials = reach.credentials(role.tenant());
      sets.connect(edge(role, credentials, EdgeKind.CAN_ADD_CREDENTIAL, "entra-application-credential", proof), allowed, role, credentials);
    } else if (MANAGE_GROUPS.contains(id)) {
      CapabilitySet groups = reach.plainGroups(role.tenant());
      sets.connect(edge(role, groups, EdgeKind.CAN_ADD_MEMBER, "entra-group-membership-write", proof), allowed, role, groups);
    }
  }

  /** A role within an administrative unit, or over one application or service principal. */
  private static void limited(Estate estate, Holding holding, CapabilitySets sets, EdgeSink sink) {
    String id = holding.role().objectId();
    EntraId limit = holding.limit();
    Decision decision = DirectoryRoleHolding.decision(holding);
    if (MANAGE_APPLICATIONS.contains(id) && CredentialTargets.of(estate).takesCredential(limit)) {
      Edge plain = Edge.of(holding.principal(), limit, EdgeKind.CAN_ADD_CREDENTIAL, "entra-application-credential", grant(holding), Likelihood.EASY.cost());
      DecisionEdges.of(plain, decision, holding.principal()).forEach(sink::edge);
    } else if (MANAGE_GROUPS.contains(id) && holding.within().startsWith("/administrativeunits/")) {
      CapabilitySet groups = TenantSets.of(estate).groupsOfUnit(limit);
      Edge plain = Edge.of(holding.principal(), groups.id(), EdgeKind.CAN_ADD_MEMBER, "entra-group-membership-write", grant(holding), Likelihood.EASY.cost());
      sets.connect(plain, decision, holding.principal(), groups);
    }
  }

  private static Edge edge(EntraId role, CapabilitySet set, EdgeKind kind, String technique, Proof proof) {
    return Edge.of(role, set.id(), kind, technique, proof, Likelihood.EASY.cost());
  }

  private static Edge escalate(EntraId role, String technique, Proof proof, Likelihood likelihood) {
    return Edge.of(role, new PrivilegeId(role.tenant(), GLOBAL_ADMIN), EdgeKind.CAN_ESCALATE_TO, technique, proof, likelihood.cost());
  }

  private static Proof grant(Holding holding) {
    return Observed.grant(holding.record(), "/roleDefinitionId", holding.role().objectId());
  }
}
