package io.drawbridge.edge.federation;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.EksCluster;
import io.drawbridge.inventory.azure.KubernetesCluster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The clusters of EKS and AKS that sign tokens for their service accounts, by the issuer that their tokens name.
 *
 * <p>An issuer of AKS ends with a slash, one of EKS does not; a token carries it as it is. Source: EKS User Guide, "IAM roles for service accounts";
 * Azure Kubernetes Service, "Create an OpenID Connect provider".
 */
final class ClusterIssuers {

  private final SortedMap<String, List<Cluster>> byIssuer = new TreeMap<>();

  /**
   * A cluster that signs tokens.
   *
   * @param issuer with scheme, and with a slash at the end where the tokens have one
   * @param runs false while it is being made or deleted
   */
  record Cluster(Resource record, String issuer, String pointer, boolean runs) {
    Proof proof() {
      return Observed.fact(record, pointer, issuer);
    }
  }

  private ClusterIssuers(Estate estate) {
    estate.inventory().all(EksCluster.class)
        .forEach(cluster -> add(new Cluster(cluster, cluster.issuer(), "/cluster/identity/oidc/issuer", cluster.isRunning())));
    estate.inventory().all(KubernetesCluster.class)
        .forEach(cluster -> add(new Cluster(cluster, cluster.issuer(), "/properties/oidcIssuerProfile/issuerURL", true)));
  }

  static ClusterIssuers of(Estate estate) {
    return estate.view(ClusterIssuers.class, ClusterIssuers::new);
  }

  private void add(Cluster cluster) {
    if (!cluster.issuer.isEmpty()) {
      byIssuer.computeIfAbsent(Issuers.node(cluster.issuer).name(), none -> new ArrayList<>()).add(cluster);
    }
  }

  Collection<List<Cluster>> all() {
    return byIssuer.values();
  }

  /** How the tokens of a cluster that was read spell a URL that means its issuer; empty for any other issuer. */
  Optional<String> spelling(String url) {
    return byIssuer.getOrDefault(Issuers.node(url).name(), List.of()).stream().map(Cluster::issuer).findFirst();
  }
}
