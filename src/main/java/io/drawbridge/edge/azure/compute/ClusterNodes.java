package io.drawbridge.edge.azure.compute;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.KubernetesNamespaces;
import io.drawbridge.edge.azure.KubernetesNamespaces.Namespace;
import io.drawbridge.edge.azure.ManagedIdentities;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.KubernetesCluster;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.inventory.azure.VmScaleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who runs pods in an AKS cluster, in whichever namespace, obtains the tokens of the kubelets' identity, and runs code on the nodes by a privileged
 * pod.
 *
 * <p>The identity of the cluster itself works in Azure's own control plane and hands its tokens to no pod. Source: Azure Kubernetes
 * Service, "Use a managed identity in AKS" and "Best practices for pod security". <b>Not modelled:</b> admission policies that refuse
 * privileged pods or the metadata service; nodes of clusters of
 * elsewhere. Identities of service accounts trust the cluster's issuer.
 */
public final class ClusterNodes implements EdgeRule {

  static final Technique NODES = new Technique("azure-aks-nodes", "leaves a pod for its node", "T1611", "refuse privileged pods by policy");
  static final Technique KUBELET = new Technique("azure-aks-kubelet-identity", "asks the node's metadata service for a token", "T1552.005",
      "keep pods from the metadata service, and give the kubelets' identity only what pulls images");

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("arm", "microsoft.containerservice/managedclusters"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(NODES, KUBELET);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<ArmId, List<ArmId>> byGroup = new HashMap<>();
    Stream.<Resource>concat(estate.inventory().all(VmScaleSet.class).stream(), estate.inventory().all(VirtualMachine.class).stream())
        .map(machine -> new ArmId(machine.id().text()))
        .forEach(id -> id.resourceGroup().ifPresent(group -> byGroup.computeIfAbsent(group, none -> new ArrayList<>()).add(id)));
    Map<ResourceId, List<ArmId>> namespaces = new HashMap<>();
    for (Namespace namespace : KubernetesNamespaces.of(estate).all()) {
      namespaces.computeIfAbsent(namespace.cluster().id(), none -> new ArrayList<>()).add(namespace.id());
      sink.edge(Edge.of(namespace.cluster().id(), namespace.id(), EdgeKind.CAN_RUN_CODE, "azure-kubernetes-namespaces", namespace.proof(),
          Likelihood.CERTAIN.cost()));
    }
    for (KubernetesCluster cluster : estate.inventory().all(KubernetesCluster.class)) {
      List<ArmId> from = new ArrayList<>(List.of(cluster.id()));
      from.addAll(namespaces.getOrDefault(cluster.id(), List.of()));
      for (ArmId pods : from) {
        cluster.nodes().group().ifPresent(group -> byGroup.getOrDefault(group, List.of()).forEach(node -> sink.edge(Edge.of(pods, node,
            EdgeKind.CAN_RUN_CODE, NODES.id(), Observed.fact(cluster, "/properties/nodeResourceGroup", group.text()), Likelihood.LIKELY.cost()))));
        kubelet(estate, cluster, pods, sink);
      }
    }
  }

  private static void kubelet(Estate estate, KubernetesCluster cluster, ArmId pods, EdgeSink sink) {
    if (cluster.nodes().identity().isEmpty() && cluster.nodes().objectId().isEmpty()) {
      return;
    }
    ArmId holder = cluster.nodes().identity().orElse(cluster.id());
    ManagedIdentities.of(estate).principal(holder, cluster.nodes().objectId()).ifPresent(principal -> sink.edge(Edge.of(pods, principal,
        EdgeKind.RUNS_AS, KUBELET.id(), Observed.fact(cluster, "/properties/identityProfile/kubeletidentity", holder.text()), Likelihood.EASY.cost())));
  }
}
