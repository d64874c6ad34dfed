package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EksAccessPolicies;
import io.drawbridge.inventory.aws.EksAccessPolicies.Association;
import io.drawbridge.inventory.aws.EksCluster;
import io.drawbridge.inventory.aws.EksPodIdentity;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Wildcard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Principals that a cluster of EKS lets run pods, by access policies of EKS: everywhere, or in some namespaces.
 *
 * <p>Who may change what is in a namespace runs pods there under any of its service accounts. Source: EKS User Guide, "Review access policy
 * permissions" and "Associate access policies with access entries" (namespaces may have wildcards); Kubernetes, "Using RBAC Authorization",
 * "User-facing roles". No permission of IAM is asked of who connects. <b>Not modelled:</b> groups of Kubernetes and the older map of principals,
 * whose meaning stands inside the cluster; pods that take over the node they run on, which admission rules may forbid in a namespace.
 */
final class ClusterAccess implements EdgeRule {

  static final Operation CLUSTERS = Operation.parse("eks:describe-cluster");
  static final Operation POLICIES = Operation.parse("eks:list-associated-access-policies");
  private static final String POLICY = ":eks::aws:cluster-access-policy/";
  private static final Technique TECHNIQUE = new Technique("aws-eks-access-policy", "runs pods where an access policy of the cluster lets it", "T1610",
      "give access policies that change a cluster to few, and in the namespaces that they need");

  /** The policies that let somebody make pods, in every partition. */
  private static final List<String> CHANGING = List.of(POLICY + "AmazonEKSClusterAdminPolicy", POLICY + "AmazonEKSAdminPolicy", POLICY + "AmazonEKSEditPolicy");

  @Override
  public List<Operation> reads() {
    return List.of(CLUSTERS, POLICIES, Operation.parse("eks:describe-access-entry"), Operation.parse("eks:describe-pod-identity-association"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<Arn, List<EksPodIdentity>> pods = new HashMap<>();
    estate.inventory().all(EksPodIdentity.class).forEach(one -> pods.computeIfAbsent(one.cluster(), none -> new ArrayList<>()).add(one));
    for (EksAccessPolicies access : estate.inventory().all(EksAccessPolicies.class)) {
      Optional<EksCluster> cluster = estate.inventory().find(EksCluster.class, access.cluster());
      Optional<Arn> principal = Arn.find(access.principalArn()).filter(arn -> isThere(estate, arn));
      if (cluster.isEmpty()) {
        sink.gap(Gaps.of(estate, access.scope(), CLUSTERS, access.clusterName(), "whom the cluster lets in is known, the cluster is not"));
      } else if (principal.isPresent() && cluster.get().takesEntries() && cluster.get().isRunning()) {
        gained(access, pods.getOrDefault(access.cluster(), List.of())).forEach(end -> draw(access, cluster.get(), principal.get(), end, sink));
      }
    }
  }

  /** The policies of a partition that let somebody make pods, the strongest first. */
  static List<String> changing(String partition) {
    return CHANGING.stream().map(policy -> "arn:" + partition + policy).toList();
  }

  private static boolean changes(Association policy) {
    return CHANGING.stream().anyMatch(policy.policyArn()::endsWith);
  }

  /** By principal, the clusters in which it makes pods, if only in some namespace. */
  static Map<ResourceId, Set<Arn>> changing(Estate estate) {
    Map<ResourceId, Set<Arn>> clusters = new HashMap<>();
    for (EksAccessPolicies access : estate.inventory().all(EksAccessPolicies.class)) {
      if (access.policies().stream().anyMatch(ClusterAccess::changes)) {
        Arn.find(access.principalArn()).ifPresent(principal -> clusters.computeIfAbsent(principal, none -> new TreeSet<>()).add(access.cluster()));
      }
    }
    return clusters;
  }

  /** An entry stays when its principal is deleted. */
  private static boolean isThere(Estate estate, Arn principal) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    return authorization.find(principal).isPresent() || !authorization.hasIdentitiesOf(principal.account());
  }

  /** The cluster, or the pods of the namespaces. */
  private static Set<Arn> gained(EksAccessPolicies access, List<EksPodIdentity> pods) {
    Set<Arn> gained = new TreeSet<>();
    for (Association policy : access.policies()) {
      if (changes(policy) && policy.namespaces().isEmpty()) {
        return Set.of(access.cluster());
      }
      if (changes(policy)) {
        pods.stream().filter(one -> policy.namespaces().stream().anyMatch(namespace -> Wildcard.matches(namespace, one.namespace()))).forEach(one -> gained.add(one.id()));
      }
    }
    return gained;
  }

  private static void draw(EksAccessPolicies access, EksCluster cluster, Arn principal, Arn end, EdgeSink sink) {
    Proof fact = Proof.of(List.of(ServiceRole.fact(access.origin(), "/associatedAccessPolicies", access.principalArn())));
    Edge plain = Edge.of(principal, end, EdgeKind.CAN_RUN_CODE, TECHNIQUE.id(), fact, Likelihood.EASY.cost());
    DecisionEdges.of(plain, Decisions.given(Decisions.YES, connecting(cluster)), principal).forEach(sink::edge);
  }

  /** An endpoint that does not answer everybody must be reached first. */
  static List<Requirement> connecting(EksCluster cluster) {
    return cluster.reachable() ? List.of()
        : List.of(new Requirement("network:443", "Reaches", List.of(cluster.id().text()), false, "the endpoint of `" + cluster.name() + "` can be reached"));
  }
}
