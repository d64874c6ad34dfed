package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.LaunchDecision;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.PassableRoles;
import io.drawbridge.edge.aws.Place.Existing;
import io.drawbridge.edge.aws.Place.New;
import io.drawbridge.edge.aws.Recipient;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Speakers;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EksCluster;
import io.drawbridge.policy.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A principal gives a role to a service account of a cluster in which it runs pods: because it is let in, or because it lets itself in.
 *
 * <p>The catalogue asks for the association and says that the attacker can make pods: who cannot gains nothing. Whether sessions carry tags is the
 * caller's choice, so that the trust need not allow to tag them. Source: EKS User Guide, "Assign an IAM role to a Kubernetes service
 * account"; Service Authorization Reference, "for Amazon EKS" (asked on the cluster). <b>Not modelled:</b> what a trust asks of the tags that name
 * cluster, namespace and service account, which stays a condition; clusters of the caller's own; the change of an association that is there; letting
 * itself in where the endpoint must be reached first.
 */
final class PassRoleToPods implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("d-eks-podidentity", "gives the role to pods that it runs in a cluster that is there", "T1098.003",
      "limit iam:PassRole to the roles that are needed, and iam:PassedToService to their services");
  private static final Recipient PODS = Recipient.of("eks-pods", "pods.eks.amazonaws.com");
  private static final String ASSOCIATE = "eks:CreatePodIdentityAssociation";
  private static final Existing CLUSTERS = new Existing("EKS clusters", ClusterAccess.CLUSTERS, EksCluster.class,
      resource -> resource instanceof EksCluster cluster && cluster.isRunning() && cluster.takesEntries() && cluster.reachable(), "eks:CreateCluster");

  private static final int CLUSTER = 0;
  private static final int ENTRY = 1;

  @Override
  public List<Operation> reads() {
    return List.of(PassRole.ROLES, ClusterAccess.CLUSTERS, ClusterAccess.POLICIES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<AwsIdentity> callers = Speakers.of(estate).ofAll(List.of("iam:PassRole", ASSOCIATE));
    List<Target> roles = callers.isEmpty() ? List.of() : PassableRoles.of(estate).targets(PODS);
    if (roles.isEmpty()) {
      return;
    }
    unread(estate, callers, sink);
    var letIn = new LetIn(estate);
    Map<String, LaunchDecision> lettingIn = new HashMap<>();
    var capability = new Capability(PODS.name(), EdgeKind.CAN_PASS_ROLE, TECHNIQUE, Likelihood.LIKELY);
    new CapabilityDerivation(AwsAuthorization.of(estate), capability, roles, Set.of(), caller -> Decisions.better(letIn.of(caller),
        lettingIn.computeIfAbsent(caller.arn().partition(), partition -> new LaunchDecision(estate, lettingIn(partition))).of(caller)))
        .draw(callers, sink);
  }

  /** By each policy of a partition that lets make pods. */
  private static List<Launch> lettingIn(String partition) {
    return ClusterAccess.changing(partition).stream().map(policy -> Launch.start().at(CLUSTERS, ASSOCIATE)
        .on(CLUSTER, Map.of("eks:accessentrytype", "STANDARD", "eks:kubernetesgroups", ""), "eks:CreateAccessEntry")
        .at(new New("eks", "access-entry/%s/", true, CLUSTER))
        .on(ENTRY, Map.of("eks:policyarn", policy, "eks:accessscope", "cluster", "eks:namespaces", "", "eks:accessentrytype", "STANDARD"), "eks:AssociateAccessPolicy")
        .choosing("eks:username")).toList();
  }

  private static void unread(Estate estate, List<AwsIdentity> callers, EdgeSink sink) {
    for (String account : callers.stream().map(AwsIdentity::account).collect(Collectors.toCollection(TreeSet::new))) {
      if (estate.coverage().reading(Scope.account(account), ClusterAccess.CLUSTERS) != Reading.READ) {
        sink.gap(Gaps.of(estate, Scope.account(account), ClusterAccess.CLUSTERS, "", "which EKS clusters there are is not known: who gives roles to their pods is not drawn"));
      }
    }
  }

  /** Whether a caller may associate a role in a cluster that lets it run pods already. */
  private static final class LetIn {
    private final Map<ResourceId, Set<Arn>> clusters;
    private final Estate estate;
    private final TargetDecision decisions;
    private final ResourceContext context;

    LetIn(Estate estate) {
      this.estate = estate;
      this.clusters = ClusterAccess.changing(estate);
      this.decisions = new TargetDecision(AwsAuthorization.of(estate), Set.of("aws:requesttag/", "aws:tagkeys"));
      this.context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    }

    Decision of(AwsIdentity caller) {
      Decision best = Decisions.NO;
      for (Arn arn : clusters.getOrDefault(caller.node(), Set.of())) {
        Optional<EksCluster> cluster = estate.inventory().find(EksCluster.class, arn).filter(one -> one.isRunning() && one.takesEntries());
        if (cluster.isPresent() && arn.account().equals(caller.account())) {
          var demand = new Demand(ASSOCIATE, arn.text(), arn.account(), Optional.empty(), context.of(arn, "eks", cluster.get().tags()));
          var target = new Target(arn, List.of(demand), Proof.of(List.of()), ClusterAccess.connecting(cluster.get()), true, Optional.empty());
          best = Decisions.better(best, decisions.of(caller, target));
        }
      }
      return best;
    }
  }
}
