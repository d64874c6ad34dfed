package io.drawbridge.edge.azure.compute;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.azure.ManagedIdentities;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.ManagedIdentityHolder;
import java.util.List;
import java.util.Set;

/**
 * Code on a resource asks for tokens of the resource's managed identities.
 *
 * <p>Only where code of the resource's owner runs: a database with an identity does not hand its tokens to who reads it. Source: managed
 * identities for Azure resources, "How managed identities work"; Azure Arc-enabled Kubernetes, "Agent overview" (the cluster keeps the certificate of
 * its identity as a secret). What pods of a cluster obtain is
 * {@link ClusterNodes}.
 */
public final class RunsAsIdentity implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-managed-identity", "asks for a token of the identity from the compute", "T1552.005",
      "give the identity only what the code needs");

  private static final Set<String> RUNS_CODE =
      Set.of("microsoft.compute/virtualmachines", "microsoft.compute/virtualmachinescalesets", "microsoft.hybridcompute/machines", "microsoft.web/sites",
          "microsoft.web/sites/slots", "microsoft.logic/workflows", "microsoft.automation/automationaccounts", "microsoft.containerinstance/containergroups",
          "microsoft.app/containerapps", "microsoft.app/jobs", "microsoft.batch/batchaccounts/pools", "microsoft.machinelearningservices/workspaces/computes",
          "microsoft.machinelearningservices/workspaces/onlineendpoints",
          "microsoft.resources/deploymentscripts", "microsoft.datafactory/factories", "microsoft.synapse/workspaces",
          "microsoft.containerregistry/registries/tasks", "microsoft.kubernetes/connectedclusters");

  @Override
  public List<Operation> reads() {
    return List.of();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    ManagedIdentities identities = ManagedIdentities.of(estate);
    for (ManagedIdentityHolder holder : estate.inventory().all(ManagedIdentityHolder.class)) {
      if (RUNS_CODE.contains(ArmTypes.of(holder.id()))) {
        if (!holder.systemPrincipalId().isEmpty()) {
          identities.principal(holder.id(), holder.systemPrincipalId()).ifPresent(principal ->
              draw(holder, principal, "/identity/principalId", principal.objectId(), sink));
        }
        holder.userAssigned().forEach((identity, objectId) -> identities.principal(identity, objectId).ifPresent(principal ->
            draw(holder, principal, "/identity/userAssignedIdentities", identity.text(), sink)));
      }
    }
  }

  private static void draw(ManagedIdentityHolder holder, EntraId principal, String pointer, String excerpt, EdgeSink sink) {
    ArmId from = holder.id();
    Proof proof = Observed.fact(holder, pointer, excerpt);
    sink.edge(Edge.of(from, principal, EdgeKind.RUNS_AS, TECHNIQUE.id(), proof, Likelihood.EASY.cost()));
  }
}
