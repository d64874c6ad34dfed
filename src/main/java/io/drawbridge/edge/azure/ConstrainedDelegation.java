package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.azure.RolePowers.Delegated;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who may assign only the roles that a condition names gives itself each of these.
 *
 * <p>The condition is asked as if the caller assigned the role to itself: one that lets it name only others gives it nothing. Source:
 * Azure RBAC, "Delegate Azure role assignment management to others with conditions". Who assigns roles to managed identities by Azure Lighthouse
 * gains one as far as it holds such an identity. <b>Not modelled:</b> giving the role to somebody whom the caller
 * controls; conditions at management groups; deny assignments, and the right to remove locks, that tell members of
 * one group apart.
 */
public final class ConstrainedDelegation implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-constrained-delegation", "assigns itself a role that a condition lets it give away", "T1098.003",
      "name the principals in the condition as well, not the roles alone");

  private static final String SERVICE_PRINCIPAL = "ServicePrincipal";

  private static final List<Requirement> AN_IDENTITY = List.of(new Requirement("entra:managed-identity", "Bool", List.of("true"), false,
      "a managed identity of the tenant is in the caller's hands"));

  private static final String ASSIGNMENT = "Request[Microsoft.Authorization/roleAssignments:";

  @Override
  public List<Operation> reads() {
    return AzureAuthorization.readsAnd(Locks.LOCKS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<Delegated> delegated = RolePowers.of(estate).delegated();
    if (delegated.isEmpty()) {
      return;
    }
    Map<EntraId, String> types = new HashMap<>();
    estate.inventory().all(EntraUser.class).forEach(user -> types.put(user.id(), "User"));
    estate.inventory().all(ServicePrincipal.class).forEach(principal -> types.put(principal.id(), SERVICE_PRINCIPAL));
    for (Delegated one : delegated) {
      if (one.grant().holder() instanceof EntraId holder && !givesAll(estate, holder, one)) {
        if (isDelegated(one)) {
          draw(estate, holder, one, giving(one.role(), Optional.empty(), SERVICE_PRINCIPAL), AN_IDENTITY, sink);
          continue;
        }
        String type = Directory.of(estate).isGroup(holder) ? "Group" : types.getOrDefault(holder, "");
        draw(estate, holder, one, giving(one.role(), Optional.of(holder), type), List.of(), sink);
      }
    }
  }

  private static boolean isDelegated(Delegated one) {
    return one.grant().assignments().stream().allMatch(assignment -> assignment.roleGuid().equals(Delegations.ASSIGNER));
  }

  /** Whoever may give the most powerful roles has more than this. */
  private static boolean givesAll(Estate estate, EntraId holder, Delegated one) {
    return RoleAssignmentWriting.ATTEMPTS.stream().anyMatch(attempt ->
        AzureAuthorization.of(estate).ruling(holder, RoleAssignmentWriting.ACTION, false, one.grant().scope(), attempt).possible());
  }

  private static void draw(Estate estate, EntraId holder, Delegated one, AttributeContext attempt, List<Requirement> besides, EdgeSink sink) {
    Ruling ruling = AzureAuthorization.of(estate).ruling(holder, RoleAssignmentWriting.ACTION, false, one.grant().scope(), attempt);
    Ruling unlocked = Unlocking.of(estate).ruling(holder, one.grant().scope());
    Decision decision = Deciding.and(Deciding.and(ruling.decision(), unlocked.decision()), besides);
    if (decision.possible()) {
      Proof proof = ruling.proof().and(unlocked.proof());
      Edge plain = Edge.of(holder, one.power(), EdgeKind.CAN_ESCALATE_TO, TECHNIQUE.id(), proof, Likelihood.EASY.cost());
      DecisionEdges.of(plain, decision, holder).forEach(sink::edge);
    }
  }

  private static AttributeContext giving(String role, Optional<EntraId> to, String type) {
    var known = new TreeMap<String, List<String>>();
    known.put(ASSIGNMENT + "RoleDefinitionId]", List.of(role));
    to.ifPresent(principal -> known.put(ASSIGNMENT + "PrincipalId]", List.of(principal.objectId())));
    if (!type.isEmpty()) {
      known.put(ASSIGNMENT + "PrincipalType]", List.of(type));
    }
    return new AttributeContext("", known, true);
  }
}
