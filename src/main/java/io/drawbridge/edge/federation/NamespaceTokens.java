package io.drawbridge.edge.federation;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.KubernetesNamespaces;
import io.drawbridge.edge.azure.KubernetesNamespaces.Namespace;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.KubernetesCluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From a namespace of an AKS cluster to the identities whose federated credentials name one of its service accounts: who runs pods there chooses
 * their service account, and has its token for any audience.
 *
 * <p>A service account of another namespace is out of reach. Source: Azure Kubernetes Service, "Use Microsoft Entra Workload ID" (the subject is
 * {@code system:serviceaccount:<namespace>:<name>}); Kubernetes, "Configure Service Accounts for Pods". <b>Not modelled:</b>
 * flexible credentials, whose expressions AKS does not take; issuers of clusters of elsewhere, which are whatever their owner publishes.
 */
final class NamespaceTokens implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("aks-namespace-token", "has a token for a service account of the namespace", "T1528",
      "keep what is run by many apart from namespaces whose service accounts identities trust");

  @Override
  public List<Operation> reads() {
    return Stream.concat(Stream.of(new Operation("arm", "microsoft.containerservice/managedclusters")), EntraDirectory.CREDENTIAL_READS.stream()).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<String, List<TrustedCredential>> byIssuer = new HashMap<>();
    EntraDirectory.of(estate).credentials().stream().filter(credential -> !credential.isFlexible())
        .forEach(credential -> byIssuer.computeIfAbsent(credential.issuer(), none -> new ArrayList<>()).add(credential));
    for (Namespace namespace : KubernetesNamespaces.of(estate).all()) {
      if (namespace.cluster() instanceof KubernetesCluster cluster && !cluster.issuer().isEmpty()) {
        Proof signs = Observed.fact(cluster, "/properties/oidcIssuerProfile/issuerURL", cluster.issuer());
        byIssuer.getOrDefault(cluster.issuer(), List.of()).stream().filter(credential -> names(credential, namespace)).forEach(credential ->
            sink.edge(CredentialEdges.of(namespace.id(), credential, TECHNIQUE.id(), signs.and(namespace.proof()))));
      }
    }
  }

  private static boolean names(TrustedCredential credential, Namespace namespace) {
    return credential.subject().startsWith("system:serviceaccount:" + namespace.name() + ":");
  }
}
