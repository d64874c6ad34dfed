package io.drawbridge.policy.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.azure.AzureRoles.Block;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a request is allowed by Azure role-based access control, in three values.
 *
 * <p>Source: Azure RBAC, "What is Azure RBAC" (how access is determined), "Understand Azure role definitions", "Understand Azure deny
 * assignments", "What is Azure ABAC". NotActions take away from their own block only; deny assignments come before everything.
 * <b>Not modelled:</b> classic administrators, whom Azure retired on 31 August 2024; the end of an assignment in time, which whoever builds the
 * {@link AzureRoles} settles; access policies of vaults and keys of storage accounts, which are no roles.
 */
public final class AzureEvaluator {

  public Decision decide(AzureRequest request, AzureRoles roles) {
    Set<ArmId> chain = enclosing(request.scope());
    chain.addAll(request.ancestors());
    chain.add(new ArmId("/"));
    return new Evaluation(request, roles, chain).decide();
  }

  /**
   * The same where all that lies above the scope is known.
   *
   * @param chain the scope and all above it, nearest first, the root last
   */
  public Decision decide(AzureRequest request, AzureRoles roles, List<ArmId> chain) {
    return new Evaluation(request, roles, chain).decide();
  }

  /** The scope itself and what its id names above it, nearest first. */
  private static Set<ArmId> enclosing(ArmId scope) {
    Set<ArmId> chain = new LinkedHashSet<>(List.of(scope));
    for (int slash = scope.text().lastIndexOf('/'); slash > 0; slash = scope.text().lastIndexOf('/', slash - 1)) {
      chain.add(new ArmId(scope.text().substring(0, slash)));
    }
    return chain;
  }

  /** One request against the roles. */
  private static final class Evaluation {
    private final AzureRequest request;
    private final AzureRoles roles;
    private final ConditionScope conditions;
    private final Collection<ArmId> chain;
    private final String action;
    private final List<Ground> denying = new ArrayList<>();
    private final List<Ground> granting = new ArrayList<>();
    private Alternatives granted = Alternatives.NEVER;

    Evaluation(AzureRequest request, AzureRoles roles, Collection<ArmId> chain) {
      this.request = request;
      this.roles = roles;
      this.conditions = new ConditionScope(request);
      this.chain = chain;
      this.action = ResourceId.lowerCase(request.action());
    }

    Decision decide() {
      Alternatives spared = spared();
      if (spared.isNever()) {
        return new Decision.Denied(true, List.of(denying.getLast()));
      }
      grant();
      Alternatives result = granted.and(spared);
      if (result.isNever()) {
        return new Decision.Denied(!granted.isNever() && !denying.isEmpty(), denying);
      }
      List<Ground> by = new ArrayList<>(granting);
      by.addAll(denying);
      return result.isAlways() ? new Decision.Allowed(granting) : new Decision.Conditional(result.residuals(), by, result.approximated());
    }

    /** When no deny assignment applies; what cannot be evaluated does not lift a deny. */
    private Alternatives spared() {
      Alternatives spared = Alternatives.ALWAYS;
      for (ArmId scope : chain) {
        for (DenyAssignment deny : roles.denying(scope, action, request.dataAction())) {
          Permission block = deny.permissions();
          Alternatives fails = applies(deny, scope) ? verdict(block.condition(), block.conditionVersion()).fails() : Alternatives.ALWAYS;
          if (!fails.isAlways()) {
            denying.add(roles.ground(deny));
            spared = spared.and(fails);
          }
          if (spared.isNever()) {
            return spared;
          }
        }
      }
      return spared;
    }

    private boolean applies(DenyAssignment deny, ArmId scope) {
      return deny.concerns(request.principalIds()) && (!deny.doNotApplyToChildScopes() || scope.equals(request.scope()));
    }

    /** Adds up what assignments grant, until one grants without condition. */
    private void grant() {
      List<String> holders = request.principalIds().stream().filter(roles::holdsAny).sorted().toList();
      for (ArmId scope : chain) {
        for (String holder : holders) {
          for (RoleAssignment assignment : roles.heldBy(holder, scope)) {
            grant(assignment);
            if (granted.isAlways()) {
              return;
            }
          }
        }
      }
    }

    private void grant(RoleAssignment assignment) {
      for (Block block : roles.granting(assignment.roleGuid(), action, request.dataAction())) {
        Permission permission = block.permission();
        Alternatives holds = verdict(assignment.condition(), assignment.conditionVersion()).holds()
            .and(verdict(permission.condition(), permission.conditionVersion()).holds()).and(Alternatives.all(assignment.activation()));
        Alternatives more = granted.or(holds);
        if (more.isAlways()) {
          granting.clear();
        }
        if (!more.equals(granted)) {
          granting.addAll(roles.grounds(assignment, block, request));
        }
        granted = more;
        if (granted.isAlways()) {
          return;
        }
      }
    }

    private Verdict verdict(String condition, String version) {
      if (condition.isBlank()) {
        return Verdict.TRUE;
      }
      Optional<Condition> parsed = roles.condition(condition, version);
      return parsed.map(one -> one.evaluate(conditions::ask)).orElse(Verdict.NEITHER);
    }
  }
}
