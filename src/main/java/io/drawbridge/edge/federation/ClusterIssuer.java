package io.drawbridge.edge.federation;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EksCluster;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * From a cluster of EKS to the issuer of its service accounts' tokens: who governs the cluster has a token for any service account and audience.
 *
 * <p>What trusts the issuer, roles of AWS and applications of Entra alike, is drawn from the issuer on; an issuer that nothing trusts is left out.
 * Source: EKS User Guide, "IAM roles for service accounts"; Kubernetes, "Managing Service Accounts", TokenRequest. <b>Not modelled:</b> who runs pods in
 * one namespace only, and has the tokens of its service accounts.
 */
final class ClusterIssuer implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("d-eks-sa-token", "has a token for any service account of the cluster", "T1528",
      "let few govern the cluster, and have roles and applications trust one service account each");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("eks:describe-cluster"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Set<String> trusted = new HashSet<>();
    OidcProviders.of(estate).trusted().forEach(one -> trusted.add(Issuers.node(one.provider().url()).name()));
    EntraDirectory.of(estate).credentials().forEach(one -> trusted.add(Issuers.node(one.issuer()).name()));
    for (EksCluster cluster : estate.inventory().all(EksCluster.class)) {
      var issuer = Issuers.node(cluster.issuer());
      if (trusted.contains(issuer.name()) && cluster.isRunning()) {
        Proof fact = Proof.of(List.of(ServiceRole.fact(cluster.origin(), "/cluster/identity/oidc/issuer", cluster.issuer())));
        sink.edge(Edge.of(cluster.id(), issuer, EdgeKind.CAN_CONTROL, TECHNIQUE.id(), fact, Likelihood.EASY.cost()));
      }
    }
  }
}
