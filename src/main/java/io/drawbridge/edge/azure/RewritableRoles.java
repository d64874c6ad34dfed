package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.AzureRoleDefinition;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.AttributeContext;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who holds a custom role and may rewrite it, and could not assign roles there without that. */
final class RewritableRoles {

  private static final String REWRITE = "Microsoft.Authorization/roleDefinitions/write";

  private final AzureAuthorization authorization;
  private final Unlocking unlocking;
  private final Map<String, AzureRoleDefinition> custom = new HashMap<>();
  private final List<Rewritable> all = new ArrayList<>();

  /**
   * A custom role that its holder may rewrite.
   *
   * @param scope at which it is held
   * @param decision when, and under what conditions
   */
  record Rewritable(EntraId holder, ArmId scope, Decision decision, Proof proof) {}

  private RewritableRoles(Estate estate) {
    authorization = AzureAuthorization.of(estate);
    unlocking = Unlocking.of(estate);
    estate.inventory().all(AzureRoleDefinition.class).stream().filter(read -> read.definition().custom() && !read.assignableScopes().isEmpty())
        .forEach(read -> custom.put(read.definition().guid(), read));
    if (custom.isEmpty()) {
      return;
    }
    Directory directory = Directory.of(estate);
    Map<String, List<RoleAssignment>> held = new HashMap<>();
    authorization.held().all().stream().filter(one -> custom.containsKey(one.roleGuid()) && one.scope().subscription().isPresent())
        .forEach(one -> held.computeIfAbsent(one.principalId(), none -> new ArrayList<>()).add(one));
    Grants.of(estate).of(List.of(REWRITE), false).stream().map(Grant::holder).distinct().forEach(writer -> {
      if (writer instanceof EntraId who && directory.canAct(who)) {
        directory.ids(who).forEach(id -> held.getOrDefault(id, List.of()).forEach(one -> add(who, one)));
      }
    });
  }

  static RewritableRoles of(Estate estate) {
    return estate.view(RewritableRoles.class, RewritableRoles::new);
  }

  List<Rewritable> all() {
    return all;
  }

  /** The scope of the role that least stands in the way of a change at. */
  private Ruling unlocked(EntraId who, List<ArmId> scopes) {
    List<Ruling> each = scopes.stream().map(scope -> unlocking.ruling(who, scope)).toList();
    return each.stream().filter(ruling -> ruling.decision() instanceof Decision.Allowed).findFirst()
        .or(() -> each.stream().filter(Ruling::possible).findFirst()).orElse(each.getFirst());
  }

  private void add(EntraId who, RoleAssignment held) {
    AzureRoleDefinition role = custom.get(held.roleGuid());
    if (role == null || assignsAlready(who, held.scope())) {
      return;
    }
    Ruling unlocked = unlocked(who, role.assignableScopes());
    Decision decision = Deciding.and(unlocked.decision(), held.activation());
    Proof proof = authorization.of(held).and(unlocked.proof());
    for (ArmId scope : role.assignableScopes()) {
      Ruling ruling = authorization.ruling(who, REWRITE, false, scope);
      decision = Deciding.and(decision, ruling.decision());
      proof = proof.and(ruling.proof());
    }
    if (decision.possible()) {
      all.add(new Rewritable(who, held.scope(), decision, proof));
    }
  }

  private boolean assignsAlready(EntraId who, ArmId scope) {
    return Stream.concat(RoleAssignmentWriting.ATTEMPTS.stream(), Stream.of(AttributeContext.UNKNOWN))
        .anyMatch(attempt -> authorization.ruling(who, RoleAssignmentWriting.ACTION, false, scope, attempt).possible()) && unlocking.ruling(who, scope).possible();
  }
}
