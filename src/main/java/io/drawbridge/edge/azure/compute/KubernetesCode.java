package io.drawbridge.edge.azure.compute;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.KubernetesNamespaces;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.azure.ConnectedCluster;
import io.drawbridge.inventory.azure.KubernetesCluster;
import io.drawbridge.inventory.azure.ManagedIdentityHolder;
import io.drawbridge.policy.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Ways to run code in AKS clusters.
 *
 * <p>Sources: Azure Kubernetes Service, "Limit access to cluster configuration file" (on a cluster without Entra, the user's file is the
 * administrator's), "Manage local accounts with AKS-managed Microsoft Entra integration", "Use Azure role-based access control for Kubernetes
 * authorization", "Access a private AKS cluster using the command invoke" (on a cluster with Entra, the command runs as the caller);
 * "GitOps Flux v2 configurations" (applied with the rights of the cluster's administrator, on Arc as well); Azure Arc-enabled Kubernetes, "Use Azure
 * RBAC on Azure Arc-enabled Kubernetes clusters" and "Cluster connect" (the credential that Azure lists is a way in, and signs in as the caller).
 * <b>Not modelled:</b> roles inside Kubernetes; what Fleet Manager places on its members, which its placements say inside the hub cluster; switching
 * local accounts on again where the cluster has a user-assigned identity.
 */
public final class KubernetesCode {

  private static final String CLUSTERS = "microsoft.containerservice/managedclusters";
  private static final String ACTIONS = "Microsoft.ContainerService/managedClusters/";
  private static final String CONNECTED = "microsoft.kubernetes/connectedclusters";
  private static final String ARC = "Microsoft.Kubernetes/connectedClusters/";
  private static final Requirement REACHED =
      new Requirement("azure:network", "In", List.of(), false, "a connection to the cluster's API server, by its network or by cluster connect");
  private static final String LOCAL = "disable local accounts of the cluster";
  private static final String ROLES = "assign Kubernetes data roles on namespaces only";

  public static final List<Ways> TABLE =
      List.of(
          Ways.to("clusters-by-certificate", EdgeKind.CAN_RUN_CODE, List.of(CLUSTERS), reached(cluster -> cluster.access().localAccounts()),
              way("aks-admin-credential", "signs in with the administrator's certificate", LOCAL, EASY, ACTIONS + "listClusterAdminCredential/action"),
              way("aks-access-profile", "signs in with the administrator's access profile", LOCAL, EASY, ACTIONS + "accessProfiles/listCredential/action")),
          Ways.to("clusters-without-entra", EdgeKind.CAN_RUN_CODE, List.of(CLUSTERS),
              reached(cluster -> cluster.access().localAccounts() && !cluster.access().entra()),
              way("aks-user-credential", "signs in with the user's certificate, which is an administrator's here", "let the cluster sign its users in by Entra", EASY,
                  ACTIONS + "listClusterUserCredential/action")),
          Ways.to("commands-in-clusters", EdgeKind.CAN_RUN_CODE, List.of(CLUSTERS),
              Ways.each(KubernetesCluster.class, cluster -> cluster.access().runCommand() && !cluster.access().entra()),
              way("aks-run-command", "has Azure run a command in the cluster", "disable command invoke on the cluster", EASY, ACTIONS + "runCommand/action")),
          Ways.to("clusters-by-data-roles", EdgeKind.CAN_RUN_CODE, List.of(CLUSTERS), reached(cluster -> cluster.access().azureRoles()),
              data("aks-pod-write", "creates a pod", ACTIONS + "pods/write"),
              data("aks-deployment-write", "creates a deployment", ACTIONS + "apps/deployments/write"),
              data("aks-job-write", "creates a job", ACTIONS + "batch/jobs/write"),
              data("aks-pod-exec", "runs a command in a pod", ACTIONS + "pods/exec/action")),
          Ways.to("namespaces-by-data-roles", EdgeKind.CAN_RUN_CODE, List.of(CLUSTERS),
              (estate, sink) -> KubernetesNamespaces.of(estate).targets(KubernetesCluster.class,
                  (cluster, target) -> target.behind(cluster, cluster.network())),
              data("aks-namespace-pod-write", "creates a pod in the namespace", ACTIONS + "pods/write"),
              data("aks-namespace-deployment-write", "creates a deployment in the namespace", ACTIONS + "apps/deployments/write"),
              data("aks-namespace-job-write", "creates a job in the namespace", ACTIONS + "batch/jobs/write"),
              data("aks-namespace-pod-exec", "runs a command in a pod of the namespace", ACTIONS + "pods/exec/action")),
          Ways.to("connected-clusters-by-data-roles", EdgeKind.CAN_RUN_CODE, List.of(CONNECTED),
              Ways.each(ConnectedCluster.class, ConnectedCluster::azureRoles, cluster -> Ways.itself(cluster).asking(REACHED)),
              data("arc-kubernetes-pod-write", "creates a pod", ARC + "pods/write"),
              data("arc-kubernetes-deployment-write", "creates a deployment", ARC + "apps/deployments/write"),
              data("arc-kubernetes-job-write", "creates a job", ARC + "batch/jobs/write")),
          Ways.to("connected-namespaces-by-data-roles", EdgeKind.CAN_RUN_CODE, List.of(CONNECTED),
              (estate, sink) -> KubernetesNamespaces.of(estate).targets(ConnectedCluster.class, (cluster, target) -> target.asking(REACHED)),
              data("arc-kubernetes-namespace-pod-write", "creates a pod in the namespace", ARC + "pods/write"),
              data("arc-kubernetes-namespace-deployment-write", "creates a deployment in the namespace", ARC + "apps/deployments/write")),
          Ways.to("connected-clusters-with-flux", EdgeKind.CAN_RUN_CODE, List.of(CONNECTED), Ways.each(ConnectedCluster.class, cluster -> true),
              way("arc-kubernetes-flux-configuration", "applies manifests of its own repository by Flux", "allow only listed sources of Flux by policy", LIKELY,
                  "Microsoft.KubernetesConfiguration/extensions/write", "Microsoft.KubernetesConfiguration/fluxConfigurations/write")),
          Ways.to("clusters-with-flux", EdgeKind.CAN_RUN_CODE, List.of(CLUSTERS), Ways.each(KubernetesCluster.class, cluster -> true),
              way("aks-flux-configuration", "applies manifests of its own repository by Flux", "allow only listed sources of Flux by policy", LIKELY,
                  "Microsoft.KubernetesConfiguration/extensions/write", "Microsoft.KubernetesConfiguration/fluxConfigurations/write")),
          Ways.to("clusters-to-reopen", EdgeKind.CAN_RUN_CODE, List.of(CLUSTERS), KubernetesCode::reopened,
              way("aks-local-accounts-reopened", "enables local accounts again and signs in with the administrator's certificate",
                  "require disabled local accounts by policy", LIKELY, ACTIONS + "write", ACTIONS + "listClusterAdminCredential/action")));

  private KubernetesCode() {}

  private static Ways.Targets reached(Predicate<KubernetesCluster> fits) {
    return Ways.each(KubernetesCluster.class, fits, cluster -> Ways.itself(cluster).behind(cluster, cluster.network()));
  }

  private static List<Target> reopened(Estate estate, EdgeSink sink) {
    Set<ResourceId> assigned = new HashSet<>();
    estate.inventory().all(ManagedIdentityHolder.class).stream().filter(holder -> !holder.userAssigned().isEmpty())
        .forEach(holder -> assigned.add(holder.id()));
    return reached(cluster -> !cluster.access().localAccounts() && !assigned.contains(cluster.id())).of(estate, sink);
  }

  private static Way way(String name, String title, String remediation, Likelihood likelihood, String... actions) {
    return Way.by("azure-" + name, title, "T1609", remediation, likelihood, actions);
  }

  private static Way data(String name, String title, String action) {
    return Way.byData("azure-" + name, title, "T1610", ROLES, EASY, action);
  }
}
