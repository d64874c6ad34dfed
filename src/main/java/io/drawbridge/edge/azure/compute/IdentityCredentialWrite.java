package io.drawbridge.edge.azure.compute;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Capability;
import io.drawbridge.edge.azure.CapabilityDerivation;
import io.drawbridge.edge.azure.Locks;
import io.drawbridge.edge.azure.ManagedIdentities;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import java.util.List;

/**
 * Who writes federated credentials of a user-assigned identity lets tokens of its own issuer sign in as it.
 *
 * <p>The identity itself takes no secret; this is the credential that it does take. Source: Microsoft Entra Workload ID, "Configure a
 * user-assigned managed identity to trust an external identity provider".
 */
public final class IdentityCredentialWrite implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-federated-credential-write", "lets tokens of its own issuer sign in as the identity", "T1098.001",
      "let only the identity's owner write its federated credentials");

  private static final Capability WRITE = Capability.of("write-federated-credentials", TECHNIQUE.id(), EdgeKind.CAN_ADD_CREDENTIAL,
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write", Likelihood.EASY);

  @Override
  public List<Operation> reads() {
    return AzureAuthorization.readsAnd(Locks.LOCKS, new Operation("arm", "microsoft.managedidentity/userassignedidentities"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<Target> targets = ManagedIdentities.of(estate).targets();
    new CapabilityDerivation(estate, sink).draw(WRITE, targets);
  }
}
