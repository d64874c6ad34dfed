package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ActivationDemands;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.ActivationPolicy;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What activating a role, or a membership of a group, asks for.
 *
 * <p>Policies of activation only restrict: never collected, the activation alone is the condition and the unread side is named. Nobody approves
 * an activation of their own. Source: Microsoft Entra, "Configure Microsoft Entra role settings in Privileged Identity Management".
 */
final class Activations {

  static final Operation POLICIES = new Operation("graph", "roleManagementPolicyAssignments");

  private static final String DIRECTORY = "/";

  private final Estate estate;
  private final Map<Subject, ActivationPolicy> policies = new HashMap<>();

  /**
   * @param scope {@code /}, or a group's id
   * @param role a template, or {@code member} or {@code owner}
   */
  private record Subject(String tenant, String scope, String role) {}

  private Activations(Estate estate) {
    this.estate = estate;
    for (ActivationPolicy policy : estate.inventory().all(ActivationPolicy.class)) {
      policies.put(new Subject(policy.id().tenant(), policy.scopeId(), policy.roleDefinitionId()), policy);
    }
  }

  static Activations of(Estate estate) {
    return estate.view(Activations.class, Activations::new);
  }

  /** When a role counts: once it is activated, and its holder can use it where it is limited to. */
  Decision decision(Holding holding) {
    Decision held = Deciding.and(new Decision.Allowed(List.of()), UnitAdministrators.of(estate).requirements(holding));
    return holding.eligible() ? Deciding.and(held, requirements(holding.role().tenant(), DIRECTORY, holding.role().objectId())) : held;
  }

  Decision ofGroup(String tenant, String group, String access) {
    return Deciding.and(new Decision.Allowed(List.of()), requirements(tenant, group, access));
  }

  /** What is asked of whoever is made eligible for a role over the tenant. */
  List<Requirement> ofRole(EntraId role) {
    return requirements(role.tenant(), DIRECTORY, role.objectId());
  }

  Proof sideOfRole(EntraId role) {
    return side(role.tenant(), DIRECTORY, role.objectId());
  }

  /** The side that only restricts: the policy, or that nobody read any. */
  Proof side(Holding holding) {
    return holding.eligible() ? side(holding.role().tenant(), DIRECTORY, holding.role().objectId()) : Proof.of(List.of());
  }

  Proof side(String tenant, String scope, String role) {
    ActivationPolicy policy = policies.get(new Subject(tenant, scope, role));
    if (policy != null) {
      return Observed.restrict(policy, "/policy/rules", policy.roleDefinitionId());
    }
    boolean never = estate.coverage().reading(Scope.tenant(tenant), POLICIES) == Reading.NEVER_COLLECTED;
    return new Proof(List.of(), never ? List.of(new Unread(Scope.tenant(tenant), POLICIES.toString())) : List.of());
  }

  private List<Requirement> requirements(String tenant, String scope, String role) {
    ActivationPolicy policy = policies.get(new Subject(tenant, scope, role));
    if (policy != null) {
      return ActivationDemands.of(policy.rules());
    }
    return estate.coverage().reading(Scope.tenant(tenant), POLICIES) == Reading.UNREADABLE
        ? ActivationDemands.unreadable(POLICIES) : List.of(ActivationDemands.ACTIVATION);
  }
}
