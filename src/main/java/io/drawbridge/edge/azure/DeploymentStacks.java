package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.DenyAssignment;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Deny assignments that a deployment stack made: who deletes the stack and leaves its resources where they are takes them away.
 *
 * <p>So they forbid nothing to such a holder in what is gained step by step, while a question of who may do something now is answered as Azure would.
 * The assignment names its stack. Source: Azure Resource Manager, "Create and deploy Azure deployment stacks in Bicep" ("Protect managed resources",
 * "Delete deployment stacks", "Built-in roles": managing deny settings is an action of its own, which Contributor lacks). <b>Not modelled:</b>
 * stacks managed by a role that must be activated or has a condition; power over a whole scope, which lifts none; managed applications, whose
 * denies their publisher keeps.
 */
final class DeploymentStacks {

  private static final String DELETE = "Microsoft.Resources/deploymentStacks/delete";
  private static final String MANAGE = "Microsoft.Resources/deploymentStacks/manageDenySetting/action";
  private static final Pattern MADE_BY = Pattern.compile("created by deployment stack '(/[^']+)'", Pattern.CASE_INSENSITIVE);

  private final AzureAuthorization authorization;
  private final ArmScopes scopes;
  private final Map<String, Optional<ArmId>> stacks = new HashMap<>();
  private final Map<ArmId, Set<String>> holders = new HashMap<>();
  private final Map<ArmId, Set<String>> managers = new HashMap<>();

  private DeploymentStacks(Estate estate) {
    authorization = AzureAuthorization.of(estate);
    scopes = ArmScopes.of(estate);
  }

  static DeploymentStacks of(Estate estate) {
    return estate.view(DeploymentStacks.class, DeploymentStacks::new);
  }

  /** The deny assignment as it stays after whoever can has deleted its stack. */
  DenyAssignment spared(DenyAssignment deny) {
    Set<String> lift = stack(deny).map(this::managers).orElse(Set.of());
    if (lift.isEmpty()) {
      return deny;
    }
    Set<String> spared = new HashSet<>(deny.excludePrincipalIds());
    spared.addAll(lift);
    return new DenyAssignment(deny.document(), deny.id(), deny.name(), deny.scope(), deny.doNotApplyToChildScopes(), deny.principalIds(), spared,
        deny.permissions());
  }

  /** What lets somebody with these ids take away deny assignments that forbid it something; nothing where none does. */
  Proof proof(List<DenyAssignment> denies, Set<String> ids) {
    Proof proof = Proof.of(List.of());
    for (DenyAssignment deny : denies) {
      Optional<ArmId> stack = stack(deny).filter(each -> managers(each).stream().anyMatch(ids::contains));
      if (stack.isPresent()) {
        proof = proof.and(authorization.proof(authorization.decide(ids, MANAGE, stack.get()).by(), stack.get()));
      }
    }
    return proof;
  }

  private Optional<ArmId> stack(DenyAssignment deny) {
    return stacks.computeIfAbsent(deny.name(), DeploymentStacks::named);
  }

  private static Optional<ArmId> named(String name) {
    Matcher made = MADE_BY.matcher(name);
    return made.find() ? Optional.of(new ArmId(made.group(1))) : Optional.empty();
  }

  private Set<String> managers(ArmId stack) {
    Set<String> known = managers.get(stack);
    if (known == null) {
      known = new TreeSet<>();
      for (ArmId scope : scopes.chain(stack)) {
        for (String principal : holders().getOrDefault(scope, Set.of())) {
          if (allowed(principal, DELETE, stack) && allowed(principal, MANAGE, stack)) {
            known.add(principal);
          }
        }
      }
      managers.put(stack, known);
    }
    return known;
  }

  private boolean allowed(String principal, String action, ArmId stack) {
    return authorization.decide(Set.of(principal), action, stack) instanceof Decision.Allowed;
  }

  /** Who holds roles for good, by scope; looked up only where a stack is. */
  private Map<ArmId, Set<String>> holders() {
    if (holders.isEmpty()) {
      for (RoleAssignment held : authorization.held().all()) {
        if (held.activation().isEmpty() && held.condition().isBlank()) {
          holders.computeIfAbsent(held.scope(), none -> new TreeSet<>()).add(held.principalId());
        }
      }
    }
    return holders;
  }
}
