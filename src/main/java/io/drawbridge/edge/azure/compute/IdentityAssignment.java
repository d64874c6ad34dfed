package io.drawbridge.edge.azure.compute;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Capability;
import io.drawbridge.edge.azure.CapabilityDerivation;
import io.drawbridge.edge.azure.Elsewhere;
import io.drawbridge.edge.azure.Locks;
import io.drawbridge.edge.azure.ManagedIdentities;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import java.util.List;

/**
 * Who assigns a user-assigned identity to compute of its own, there or made for it, acts as the identity.
 *
 * <p>Source: managed identities for Azure resources, "Manage user-assigned managed identities"; the Managed Identity Operator role.
 * <b>Not modelled:</b> what {@link ComputeOfOwn} leaves out.
 */
public final class IdentityAssignment implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-identity-assignment", "assigns the identity to compute of its own", "T1098.003",
      "let only those assign the identity who deploy what needs it");

  private static final Capability ASSIGN = Capability.of("assign-identities", TECHNIQUE.id(), EdgeKind.CAN_PASS_ROLE,
      "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", Likelihood.LIKELY);

  @Override
  public List<Operation> reads() {
    return AzureAuthorization.readsAnd(Locks.LOCKS, new Operation("arm", "microsoft.managedidentity/userassignedidentities"),
        new Operation("arm", "microsoft.resources/resourcegroups"), new Operation("arm", "microsoft.compute/virtualmachines"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<Target> targets = ManagedIdentities.of(estate).targets();
    if (!targets.isEmpty()) {
      new CapabilityDerivation(estate, sink, new Elsewhere(estate, ComputeOfOwn.errands(estate))).draw(ASSIGN, targets);
    }
  }
}
