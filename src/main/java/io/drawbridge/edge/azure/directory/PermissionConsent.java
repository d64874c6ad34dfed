package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.ConsentPolicies.Consent;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A role that consents for everybody under a policy of consent: its holder consents to a permission of Microsoft Graph for an application of its
 * own, and acts by it.
 *
 * <p>Who also writes policies of consent first widens one that is a tenant's own; Microsoft's own are nobody's to change. Source: Microsoft Entra,
 * "App consent permissions for custom roles", "Manage app consent policies". <b>Not modelled:</b> roles that are limited to one application; consent
 * to delegated permissions, which need somebody's sign-in; what users consent to for themselves; permissions of other services.
 */
final class PermissionConsent implements EdgeRule {

  private static final String FOR_ALL = "microsoft.directory/serviceprincipals/managepermissiongrantsforall.";
  private static final String WRITE_POLICIES = "microsoft.directory/permissionGrantPolicies/basic/update";
  private static final String WRITING_PERMISSION = "Policy.ReadWrite.PermissionGrant";

  /** Takes in everything, and is a power of roles by itself. */
  private static final String COMPANY_ADMINISTRATORS = "microsoft-company-admin";

  /** What is consented to, by what it gives. */
  private record Gained(GraphGrants.Grant grant, Consent consent) {
    int size() {
      return grant.requirements().size() + consent.requirements().size();
    }
  }

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "roleAssignments"), new Operation("graph", "roleDefinitions"), new Operation("graph", "permissionGrantPolicies"),
        ConsentPolicies.INCLUDES, ConsentPolicies.EXCLUDES, new Operation("graph", "authorizationPolicy"),
        new Operation("graph", "servicePrincipals-appRoleAssignments"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.PERMISSION_CONSENT);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var edges = new PowerEdges(estate, sink);
    SortedMap<EntraId, Holding> wide = new TreeMap<>();
    DirectoryRoles.of(estate).holdings().stream().filter(Holding::isTenantWide).forEach(holding -> wide.putIfAbsent(holding.role(), holding));
    wide.forEach((role, holding) -> {
      List<EntraId> policies = policies(estate, role);
      policies.forEach(policy -> ConsentPolicies.of(estate).unknown(policy).ifPresent(sink::gap));
      Proof proof = DefinedRoles.of(estate).definition(role).and(Observed.grant(holding.record(), "/roleDefinitionId", role.objectId()));
      boolean widens = policies.stream().anyMatch(policy -> !ConsentPolicies.isBuiltIn(policy))
          && DefinedRoles.of(estate).granting(role, WRITE_POLICIES).isPresent();
      if (widens) {
        draw(role, DirectoryPower.GRANT_PERMISSIONS, new Decision.Allowed(List.of()), proof, estate, edges);
      } else {
        gained(estate, policies).forEach((power, gained) -> draw(role, power, decision(gained), proof.and(gained.consent.proof()), estate, edges));
      }
    });
    writers(estate, edges);
  }

  /** The policies under which a role consents for everybody. */
  private static List<EntraId> policies(Estate estate, EntraId role) {
    return DefinedRoles.of(estate).actions(role).stream().map(ResourceId::lowerCase).filter(action -> action.startsWith(FOR_ALL))
        .map(action -> action.substring(FOR_ALL.length())).filter(policy -> !policy.equals(COMPANY_ADMINISTRATORS))
        .map(policy -> new EntraId(role.tenant(), policy)).distinct().toList();
  }

  /** What is gained; nothing besides when it is the whole tenant without a condition. */
  private static Map<DirectoryPower, Gained> gained(Estate estate, List<EntraId> policies) {
    Map<DirectoryPower, Gained> gained = new EnumMap<>(DirectoryPower.class);
    for (GraphGrants.Grant grant : GraphGrants.ALL) {
      for (EntraId policy : policies) {
        ConsentPolicies.of(estate).to(grant.permission(), policy).map(consent -> new Gained(grant, consent))
            .ifPresent(one -> gained.merge(grant.power(), one, (known, other) -> other.size() < known.size() ? other : known));
      }
    }
    for (DirectoryPower power : List.of(DirectoryPower.GRANT_PERMISSIONS, DirectoryPower.ASSIGN_ROLES)) {
      Gained whole = gained.get(power);
      if (whole != null && whole.size() == 0) {
        return Map.of(power, whole);
      }
    }
    return gained;
  }

  private static Decision decision(Gained gained) {
    List<Requirement> asked = new ArrayList<>(gained.grant.requirements());
    asked.addAll(gained.consent.requirements());
    return Deciding.and(new Decision.Allowed(List.of()), asked);
  }

  /** Applications that write policies and hold a role under one that is a tenant's own. */
  private static void writers(Estate estate, PowerEdges edges) {
    new TreeMap<>(AppRoles.of(estate).all()).forEach((principal, roles) -> {
      boolean writes = roles.stream().anyMatch(role -> role.permission().equals(WRITING_PERMISSION)) && Directory.of(estate).canAct(principal);
      if (writes) {
        DirectoryRoles.of(estate).holdings().stream().filter(holding -> holding.isTenantWide() && holding.principal().tenant().equals(principal.tenant())
            && Directory.of(estate).ids(principal).contains(holding.principal().objectId())
            && policies(estate, holding.role()).stream().anyMatch(policy -> !ConsentPolicies.isBuiltIn(policy)))
            .forEach(holding -> draw(principal, DirectoryPower.GRANT_PERMISSIONS, DirectoryRoleHolding.decision(estate, holding),
                DirectoryRoleHolding.proof(estate, holding).and(DefinedRoles.of(estate).definition(holding.role())), estate, edges));
      }
    });
  }

  private static void draw(EntraId from, DirectoryPower power, Decision decision, Proof proof, Estate estate, PowerEdges edges) {
    edges.draw(from, power, EntraTechniques.PERMISSION_CONSENT.id(), PowerReach.of(estate).inTenant(power, from.tenant()), decision, proof);
  }
}
