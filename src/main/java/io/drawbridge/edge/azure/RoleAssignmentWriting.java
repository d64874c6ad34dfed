package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Who may write role assignments gives itself power over the scope.
 *
 * <p>A condition on such a role often names the roles that may be given away. The caller chooses which one to give, so it is asked
 * whether one of the three that lead to all others may be given. Source: Azure RBAC, "Delegate Azure role assignment management".
 * Lesser roles that a constrained delegate may give are {@link ConstrainedDelegation}, rewriting a custom role that one holds is {@link
 * RoleRewriting}. <b>Not modelled:</b> moving resources into a group where the caller may assign roles.
 */
public final class RoleAssignmentWriting implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-role-assignment-write", "assigns itself any role at the scope", "T1098.003",
      "constrain the delegation to the roles and principals that it is for");

  static final String ACTION = "Microsoft.Authorization/roleAssignments/write";

  private static final String GIVEN_ROLE = "Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]";

  /** Owner, User Access Administrator, Role Based Access Control Administrator. */
  static final List<String> ALL_POWERFUL =
      List.of("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "f58310d9-a9f6-439a-9e8d-f62e7b41a168");

  /** One of these is enough. */
  static final List<AttributeContext> ATTEMPTS = ALL_POWERFUL.stream().map(RoleAssignmentWriting::giving).toList();

  private static final Capability ASSIGN_ROLES = new Capability("assign-roles", TECHNIQUE.id(), EdgeKind.CAN_ESCALATE_TO,
      List.of(ACTION), false, Likelihood.EASY, ATTEMPTS);

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
    List<Target> targets = new ArrayList<>();
    ScopePowers powers = ScopePowers.of(estate);
    powers.subscriptions().forEach((scope, proof) -> targets.add(Target.of(scope, ScopePowers.over(scope), proof)));
    powers.lower().forEach((scope, proof) -> targets.add(Target.of(scope, ScopePowers.over(scope), proof)
        .coveredBy(new ArmId("/subscriptions/" + scope.subscription().orElse("")))));
    if (!targets.isEmpty()) {
      new CapabilityDerivation(estate, sink).draw(ASSIGN_ROLES, targets);
    }
  }

  private static AttributeContext giving(String role) {
    var known = new TreeMap<String, List<String>>();
    known.put(GIVEN_ROLE, List.of(role));
    return new AttributeContext("", known, true);
  }
}
