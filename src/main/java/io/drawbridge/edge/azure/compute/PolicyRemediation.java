package io.drawbridge.edge.azure.compute;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Capability;
import io.drawbridge.edge.azure.CapabilityDerivation;
import io.drawbridge.edge.azure.Locks;
import io.drawbridge.edge.azure.ManagedIdentities;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.ManagedIdentityHolder;
import io.drawbridge.inventory.azure.PolicyAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who rewrites a policy that is assigned with an identity has the identity deploy what the policy says.
 *
 * <p>Only policies of one's own are rewritten; built-in ones are Microsoft's. Source: Azure Policy, "Remediate noncompliant resources with
 * Azure Policy" and "deployIfNotExists effect". <b>Not modelled:</b> policies inside an initiative; giving an assignment another policy; new assignments under
 * an identity, which assigning the identity is about.
 */
public final class PolicyRemediation implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-policy-rewrite", "rewrites a policy whose assignment deploys under an identity", "T1484",
      "keep definitions of policies where only their owners write, and give the assignment's identity no more than it deploys");

  private static final String DEFINITION = "/providers/microsoft.authorization/policydefinitions/";
  private static final Capability REWRITE = Capability.of("rewrite-policies", TECHNIQUE.id(), EdgeKind.CAN_PASS_ROLE,
      "Microsoft.Authorization/policyDefinitions/write", Likelihood.LIKELY);

  @Override
  public List<Operation> reads() {
    return AzureAuthorization.readsAnd(new Operation("arm", "microsoft.authorization/policyassignments"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<ResourceId, ManagedIdentityHolder> holders = new HashMap<>();
    estate.inventory().all(ManagedIdentityHolder.class).forEach(holder -> holders.put(holder.id(), holder));
    List<Target> targets = new ArrayList<>();
    for (PolicyAssignment assignment : estate.inventory().all(PolicyAssignment.class)) {
      ManagedIdentityHolder holder = holders.get(assignment.id());
      Optional<ArmId> home = home(assignment.definition());
      if (holder != null && home.isPresent() && assignment.enforced()) {
        Proof proof = Observed.fact(assignment, "/properties/policyDefinitionId", assignment.definition().text());
        principals(estate, holder).forEach(principal -> targets.add(Target.of(home.get(), principal, proof)));
      }
    }
    if (!targets.isEmpty()) {
      Locks.of(estate).draw(new CapabilityDerivation(estate, sink), REWRITE, targets.stream().distinct().toList());
    }
  }

  /** Where a policy of one's own is kept: a management group or a subscription. */
  private static Optional<ArmId> home(ArmId definition) {
    int at = definition.text().indexOf(DEFINITION);
    return at <= 0 ? Optional.empty() : Optional.of(new ArmId(definition.text().substring(0, at)));
  }

  private static List<EntraId> principals(Estate estate, ManagedIdentityHolder holder) {
    ManagedIdentities identities = ManagedIdentities.of(estate);
    List<EntraId> principals = new ArrayList<>();
    if (!holder.systemPrincipalId().isEmpty()) {
      identities.principal(holder.id(), holder.systemPrincipalId()).ifPresent(principals::add);
    }
    holder.userAssigned().forEach((identity, objectId) -> identities.principal(identity, objectId).ifPresent(principals::add));
    return principals;
  }
}
