package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Glob;
import io.drawbridge.edge.azure.KubernetesNamespaces;
import io.drawbridge.edge.azure.KubernetesNamespaces.Namespace;
import io.drawbridge.edge.federation.ClusterIssuers.Cluster;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Technique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From a namespace of an AKS cluster to the IAM roles that trust one of its service accounts.
 *
 * <p>Source: Azure Kubernetes Service, "Create an OpenID Connect provider"; Kubernetes, "Configure Service Accounts for Pods".
 */
final class NamespaceToRole implements EdgeRule {

  private static final String SERVICE_ACCOUNT = "system:serviceaccount:";
  private static final String ANYTHING = "drawbridge-witness";

  @Override
  public List<Operation> reads() {
    return List.of(FederatedEdges.AUTHORIZATION_DETAILS, OidcProviders.LIST, OidcProviders.GET, new Operation("arm", "microsoft.containerservice/managedclusters"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(NamespaceTokens.TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<String, List<Namespace>> byIssuer = new HashMap<>();
    Map<ResourceId, List<Namespace>> byCluster = new HashMap<>();
    KubernetesNamespaces.of(estate).all().forEach(one -> byCluster.computeIfAbsent(one.cluster().id(), none -> new ArrayList<>()).add(one));
    ClusterIssuers.of(estate).all().stream().flatMap(List::stream).filter(Cluster::runs).filter(cluster -> byCluster.containsKey(cluster.record().id()))
        .forEach(cluster -> byIssuer.computeIfAbsent(cluster.issuer(), none -> new ArrayList<>()).addAll(byCluster.getOrDefault(cluster.record().id(), List.of())));
    for (var trusted : OidcProviders.of(estate).trusted()) {
      List<Namespace> namespaces = byIssuer.getOrDefault("https://" + trusted.provider().url(), List.of());
      if (!namespaces.isEmpty()) {
        FederatedTrust.of(estate, trusted).ifPresent(trust -> namespaces.forEach(namespace -> trust.admit(tokens(trust, namespace))
            .ifPresent(admitted -> FederatedEdges.draw(trust, admitted, NamespaceTokens.TECHNIQUE.id(), sink))));
      }
    }
  }

  private static List<TrustedToken> tokens(FederatedTrust trust, Namespace namespace) {
    String start = SERVICE_ACCOUNT + namespace.name() + ":";
    Stream<String> asked = trust.subjects().patterns().stream().map(Glob::new).flatMap(glob -> glob.witnesses(start, ANYTHING).stream());
    List<TrustedToken> tokens = new ArrayList<>();
    Stream.concat(asked, Stream.of(start + ANYTHING)).distinct().forEach(subject -> trust.audiences().forEach(audience -> {
      SortedMap<String, List<String>> claims = new TreeMap<>();
      claims.put("sub", List.of(subject));
      claims.put("aud", List.of(audience));
      tokens.add(new TrustedToken(namespace.id(), claims, namespace.proof().evidence(), Condition.NONE));
    }));
    return tokens;
  }
}
