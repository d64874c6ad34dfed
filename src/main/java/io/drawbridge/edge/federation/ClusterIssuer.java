package io.drawbridge.edge.federation;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.federation.ClusterIssuers.Cluster;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.KubernetesCluster;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * From a cluster of EKS or AKS to the issuer of its service accounts' tokens: who governs the cluster has a token for any service account and
 * audience.
 *
 * <p>What trusts the issuer, roles of AWS and applications of Entra alike, is drawn from the issuer on; an issuer that nothing trusts is left out.
 * Source: EKS User Guide, "IAM roles for service accounts"; Azure Kubernetes Service, "Use Microsoft Entra Workload ID"; Kubernetes, "Managing
 * Service Accounts", TokenRequest. Who runs pods in one namespace of AKS
 * only is {@link NamespaceTokens}. <b>Not modelled:</b> one namespace of EKS.
 */
final class ClusterIssuer implements EdgeRule {

  private static final String REMEDY = "let few govern the cluster, and have roles and applications trust one service account each";
  private static final Technique EKS = new Technique("d-eks-sa-token", "has a token for any service account of the cluster", "T1528", REMEDY);
  private static final Technique AKS = new Technique("aks-service-account-token", "has a token for any service account of the cluster", "T1528", REMEDY);

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("eks:describe-cluster"), new Operation("arm", "microsoft.containerservice/managedclusters"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EKS, AKS);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Set<String> trusted = new HashSet<>();
    OidcProviders.of(estate).trusted().forEach(one -> trusted.add(Issuers.node(one.provider().url()).name()));
    EntraDirectory.of(estate).credentials().forEach(one -> trusted.add(Issuers.node(one.issuer()).name()));
    ClusterIssuers.of(estate).all().stream().flatMap(List::stream).filter(Cluster::runs)
        .filter(cluster -> trusted.contains(Issuers.node(cluster.issuer()).name())).forEach(cluster -> draw(cluster, sink));
  }

  private static void draw(Cluster cluster, EdgeSink sink) {
    Technique technique = cluster.record() instanceof KubernetesCluster ? AKS : EKS;
    sink.edge(Edge.of(cluster.record().id(), Issuers.node(cluster.issuer()), EdgeKind.CAN_CONTROL, technique.id(), cluster.proof(), Likelihood.EASY.cost()));
  }
}
