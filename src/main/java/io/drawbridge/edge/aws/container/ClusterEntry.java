package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Rounds;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EksAccessEntry;
import io.drawbridge.inventory.aws.EksCluster;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A principal lets itself into a cluster of EKS: it makes an entry and gives it a policy that changes the cluster, or gives the policy to the
 * entry that it has.
 *
 * <p>A cluster that knows no entries is changed to take them first. Source: EKS User Guide, "Grant IAM users and roles access to Kubernetes APIs" and
 * "Change authentication mode to use access entries"; Service Authorization Reference, "for Amazon EKS" (an entry is made on the cluster, a policy
 * given on the entry). <b>Not modelled:</b> policies of IAM that limit entries to principals by name, which stay a condition; entries that are
 * limited to namespaces; entries that map to groups of the cluster's own administrators.
 */
final class ClusterEntry implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("d-eks-accessentry", "lets itself into the cluster as its administrator", "T1098.006",
      "grant eks:CreateAccessEntry and eks:AssociateAccessPolicy to administrators of clusters only");
  private static final Capability CAPABILITY = new Capability("enter-cluster", EdgeKind.CAN_RUN_CODE, TECHNIQUE, Likelihood.EASY);
  private static final Set<String> FREE = Set.of("eks:username", "aws:requesttag/", "aws:tagkeys");

  @Override
  public List<Operation> reads() {
    return List.of(ClusterAccess.CLUSTERS, Operation.parse("eks:describe-access-entry"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    var rounds = new Rounds();
    for (EksCluster cluster : estate.inventory().all(EksCluster.class)) {
      if (cluster.isRunning()) {
        policies(cluster, context).forEach(policy -> rounds.add(target(cluster, making(cluster, policy, context))));
      }
    }
    rounds.draw(authorization, CAPABILITY, FREE, authorization.callers(), sink);
    for (EksAccessEntry entry : estate.inventory().all(EksAccessEntry.class)) {
      Optional<AwsIdentity> holder = Arn.find(entry.principalArn()).flatMap(authorization::find);
      Optional<EksCluster> cluster = estate.inventory().find(EksCluster.class, entry.cluster());
      if (holder.isPresent() && entry.isStandard() && cluster.filter(one -> one.isRunning() && one.takesEntries()).isPresent()) {
        List<Target> ways = policies(cluster.get(), context).stream().map(policy -> target(cluster.get(), List.of(giving(entry.id().text(), cluster.get(), policy, context)))).toList();
        strengthen(authorization, holder.get(), entry, ways, sink);
      }
    }
  }

  /** Where none is told from another, the strongest stands for all. */
  private static List<String> policies(EksCluster cluster, ResourceContext context) {
    List<String> policies = ClusterAccess.changing(cluster.id().partition());
    return context.mentioned().contains("eks:policyarn") ? policies : policies.subList(0, 1);
  }

  private static Target target(EksCluster cluster, List<Demand> demands) {
    Proof facts = Proof.of(List.of(ServiceRole.fact(cluster.origin(), "/cluster/accessConfig/authenticationMode", cluster.authenticationMode())));
    return new Target(cluster.id(), demands, facts, ClusterAccess.connecting(cluster), true, Optional.empty());
  }

  private static List<Demand> making(EksCluster cluster, String policy, ResourceContext context) {
    List<Demand> demands = new ArrayList<>();
    demands.add(onCluster("eks:CreateAccessEntry", cluster, Map.of("eks:accessentrytype", List.of("STANDARD"), "eks:kubernetesgroups", List.of()), context));
    demands.add(giving(cluster.id().beside("eks", cluster.id().region(), "access-entry/" + cluster.name() + "/").text(), cluster, policy, context));
    if (!cluster.takesEntries()) {
      demands.add(onCluster("eks:UpdateClusterConfig", cluster, Map.of("eks:authenticationmode", List.of("API_AND_CONFIG_MAP")), context));
    }
    return demands;
  }

  private static Demand giving(String entry, EksCluster cluster, String policy, ResourceContext context) {
    SortedMap<String, List<String>> known = context.region(cluster.id());
    known.putAll(Map.of("eks:policyarn", List.of(policy), "eks:accessscope", List.of("cluster"), "eks:namespaces", List.of(),
        "eks:clustername", List.of(cluster.name()), "eks:accessentrytype", List.of("STANDARD")));
    return new Demand("eks:AssociateAccessPolicy", entry, cluster.id().account(), Optional.empty(), known);
  }

  private static Demand onCluster(String action, EksCluster cluster, Map<String, List<String>> said, ResourceContext context) {
    SortedMap<String, List<String>> known = context.of(cluster.id(), "eks", cluster.tags());
    known.putAll(said);
    return new Demand(action, cluster.id().text(), cluster.id().account(), Optional.empty(), known);
  }

  /** Only who has the entry gains by it. */
  private static void strengthen(AwsAuthorization authorization, AwsIdentity holder, EksAccessEntry entry, List<Target> ways, EdgeSink sink) {
    Target target = ways.getFirst();
    Decision decision = ways.stream().map(way -> new TargetDecision(authorization, FREE).of(holder, way)).reduce(Decisions.NO, Decisions::better);
    Proof fact = Proof.of(List.of(ServiceRole.fact(entry.origin(), "/accessEntry/principalArn", entry.principalArn())));
    Proof proof = new Proof(authorization.evidence(decision), holder.documents().unread()).and(target.facts()).and(fact);
    Edge plain = Edge.of(holder.node(), target.node(), CAPABILITY.kind(), TECHNIQUE.id(), proof, CAPABILITY.likelihood().cost());
    DecisionEdges.of(plain, decision, holder.node()).forEach(sink::edge);
  }
}
