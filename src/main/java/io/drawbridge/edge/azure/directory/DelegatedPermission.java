package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.DelegatedPermissionGrant;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.azure.GraphAppRoles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Who controls an application acts within the permissions that were consented to for it, and within the rights of whoever signs in to it.
 *
 * <p>An edge stands for what both allow, for every directory role over the whole tenant whose holders the consent covers; that one of them signs
 * in is its condition. Source: Microsoft identity platform, "Overview of permissions and consent", effective permissions. <b>Not modelled:</b>
 * rights by ownership, roles that are eligible only, users' credentials, and delegated permissions of other services than Microsoft Graph.
 */
final class DelegatedPermission implements EdgeRule {

  /** Everything that the user may do in the directory. */
  private static final String AS_THE_USER = "Directory.AccessAsUser.All";

  private static final String EVERYONE = "AllPrincipals";

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "oauth2PermissionGrants"), new Operation("graph", "servicePrincipals"), new Operation("graph", "roleAssignments"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.DELEGATED_PERMISSION);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Set<EntraId> graph = estate.inventory().all(ServicePrincipal.class).stream()
        .filter(principal -> principal.appId().equals(GraphAppRoles.GRAPH_CLIENT_ID)).map(ServicePrincipal::id).collect(Collectors.toSet());
    SortedMap<EntraId, Set<EntraId>> holders = RoleHolders.of(estate).byRole();
    var edges = new PowerEdges(estate, sink);
    for (DelegatedPermissionGrant grant : estate.inventory().all(DelegatedPermissionGrant.class)) {
      if (graph.contains(grant.resource()) && Directory.of(estate).canAct(grant.client())) {
        holders.forEach((role, users) -> {
          if (role.tenant().equals(grant.client().tenant()) && covers(grant, users)) {
            draw(estate, grant, role, edges);
          }
        });
      }
    }
  }

  private static boolean covers(DelegatedPermissionGrant grant, Set<EntraId> users) {
    boolean everyone = grant.consentType().equalsIgnoreCase(EVERYONE);
    return everyone ? !users.isEmpty() : users.contains(new EntraId(grant.client().tenant(), grant.principalId()));
  }

  private static void draw(Estate estate, DelegatedPermissionGrant grant, EntraId role, PowerEdges edges) {
    Proof proof = Observed.grant(grant, "/scope", String.join(" ", grant.scopes()));
    List<Requirement> signsIn = List.of(new Requirement("entra:user-sign-in", "StringEquals", List.of(role.objectId()), false,
        "somebody who holds the directory role " + DirectoryRoles.of(estate).named().getOrDefault(role, role.objectId()) + " signs in to the application"));
    for (DirectoryPower power : both(grant, DirectoryRoles.of(estate).powers(role))) {
      CapabilitySet reached = PowerReach.of(estate).inTenant(power, role.tenant());
      edges.draw(grant.client(), power, EntraTechniques.DELEGATED_PERMISSION.id(), reached, Deciding.and(new Decision.Allowed(List.of()), signsIn), proof);
    }
  }

  /** What the consent and the role both allow. */
  private static Set<DirectoryPower> both(DelegatedPermissionGrant grant, Set<DirectoryPower> ofRole) {
    Set<DirectoryPower> consented = EnumSet.noneOf(DirectoryPower.class);
    GraphGrants.ALL.stream().filter(row -> grant.scopes().contains(row.permission())).map(GraphGrants.Grant::power).forEach(consented::add);
    boolean all = grant.scopes().contains(AS_THE_USER);
    List<DirectoryPower> powers = new ArrayList<>();
    for (DirectoryPower power : all ? ofRole : consented) {
      if (ofRole.contains(power) || ofRole.contains(DirectoryPower.ADMINISTER_TENANT)
          || (power == DirectoryPower.GRANT_PERMISSIONS && ofRole.contains(DirectoryPower.ASSIGN_ROLES))) {
        powers.add(power);
      }
    }
    return powers.isEmpty() ? Set.of() : EnumSet.copyOf(powers);
  }
}
