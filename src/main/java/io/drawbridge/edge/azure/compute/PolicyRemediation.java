package io.drawbridge.edge.azure.compute;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Capability;
import io.drawbridge.edge.azure.CapabilityDerivation;
import io.drawbridge.edge.azure.Locks;
import io.drawbridge.edge.azure.ManagedIdentities;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.ManagedIdentityHolder;
import io.drawbridge.inventory.azure.PolicyAssignment;
import io.drawbridge.inventory.azure.PolicySet;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who rewrites a policy that is assigned with an identity has the identity deploy what the policy says.
 *
 * <p>Only policies of one's own are rewritten; built-in ones are Microsoft's. An initiative runs each of its policies so, and who rewrites the
 * initiative puts in one of its own. Source: Azure Policy, "Remediate noncompliant resources with Azure Policy", "deployIfNotExists effect", "Azure
 * Policy initiative definition structure". <b>Not modelled:</b> giving an assignment another policy; other values of its parameters, which deploy
 * what the policy's author foresaw; new assignments under an identity, which assigning the identity is about; assignments of blueprints, which Azure
 * has retired.
 */
public final class PolicyRemediation implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-policy-rewrite", "rewrites a policy whose assignment deploys under an identity", "T1484",
      "keep definitions of policies where only their owners write, and give the assignment's identity no more than it deploys");

  static final Technique INITIATIVE = new Technique("azure-initiative-rewrite",
      "puts a policy of its own into an initiative whose assignment deploys under an identity", "T1484",
      "keep definitions of initiatives where only their owners write, and give the assignment's identity no more than it deploys");

  private static final String INITIATIVES = "/providers/microsoft.authorization/policysetdefinitions/";
  private static final Operation SETS = new Operation("arm", "microsoft.authorization/policysetdefinitions");
  private static final String DEFINITION = "/providers/microsoft.authorization/policydefinitions/";
  private static final Capability REWRITE = Capability.of("rewrite-policies", TECHNIQUE.id(), EdgeKind.CAN_PASS_ROLE,
      "Microsoft.Authorization/policyDefinitions/write", Likelihood.LIKELY);

  private static final Capability REWRITE_INITIATIVE = new Capability("rewrite-initiatives", INITIATIVE.id(), EdgeKind.CAN_PASS_ROLE,
      List.of("Microsoft.Authorization/policySetDefinitions/write", "Microsoft.Authorization/policyDefinitions/write"), false, Likelihood.LIKELY,
      List.of(AttributeContext.UNKNOWN));

  @Override
  public List<Operation> reads() {
    return AzureAuthorization.readsAnd(Locks.LOCKS, new Operation("arm", "microsoft.authorization/policyassignments"), SETS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE, INITIATIVE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<ResourceId, ManagedIdentityHolder> holders = new HashMap<>();
    estate.inventory().all(ManagedIdentityHolder.class).forEach(holder -> holders.put(holder.id(), holder));
    Map<ArmId, PolicySet> sets = new HashMap<>();
    estate.inventory().all(PolicySet.class).forEach(set -> sets.put(set.id(), set));
    List<Target> policies = new ArrayList<>();
    List<Target> initiatives = new ArrayList<>();
    for (PolicyAssignment assignment : estate.inventory().all(PolicyAssignment.class)) {
      ManagedIdentityHolder holder = holders.get(assignment.id());
      if (holder != null && assignment.enforced()) {
        List<EntraId> principals = principals(estate, holder);
        Proof proof = Observed.fact(assignment, "/properties/policyDefinitionId", assignment.definition().text());
        Optional<ArmId> initiative = home(assignment.definition(), INITIATIVES);
        add(home(assignment.definition(), DEFINITION), principals, proof, policies);
        add(initiative, principals, proof, initiatives);
        PolicySet set = sets.get(assignment.definition());
        if (set != null) {
          set.policies().forEach(policy -> add(home(policy, DEFINITION), principals,
              proof.and(Observed.fact(set, "/properties/policyDefinitions", policy.text())), policies));
        } else if (initiative.isPresent() && !principals.isEmpty()) {
          sink.gap(Gaps.of(estate, Readings.home(initiative.get()), SETS, assignment.definition().text(),
              "which policies this initiative holds is not known"));
        }
      }
    }
    draw(estate, REWRITE, policies, sink);
    draw(estate, REWRITE_INITIATIVE, initiatives, sink);
  }

  private static void draw(Estate estate, Capability capability, List<Target> targets, EdgeSink sink) {
    Map<Map.Entry<ArmId, ResourceId>, Target> once = new LinkedHashMap<>();
    targets.forEach(target -> once.putIfAbsent(Map.entry(target.scope(), target.member()), target));
    if (!once.isEmpty()) {
      new CapabilityDerivation(estate, sink).draw(capability, List.copyOf(once.values()));
    }
  }

  private static void add(Optional<ArmId> home, List<EntraId> principals, Proof proof, List<Target> targets) {
    home.ifPresent(scope -> principals.forEach(principal -> targets.add(Target.of(scope, principal, proof))));
  }

  /** Where a policy or an initiative of one's own is kept: a management group or a subscription. */
  private static Optional<ArmId> home(ArmId definition, String kind) {
    int at = definition.text().indexOf(kind);
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
