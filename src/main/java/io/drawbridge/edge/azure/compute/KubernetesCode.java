package io.drawbridge.edge.azure.compute;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.azure.KubernetesCluster;
import io.drawbridge.inventory.azure.ManagedIdentityHolder;
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
 * "GitOps Flux v2 configurations" (applied with the rights of the cluster's administrator). <b>Not modelled:</b> roles inside Kubernetes;
 * Azure roles on a namespace; Kubernetes clusters of elsewhere that Azure Arc manages; switching local accounts on again where the cluster has a user-assigned
 * identity.
 */
public final class KubernetesCode {

  private static final String CLUSTERS = "microsoft.containerservice/managedclusters";
  private static final String ACTIONS = "Microsoft.ContainerService/managedClusters/";
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
