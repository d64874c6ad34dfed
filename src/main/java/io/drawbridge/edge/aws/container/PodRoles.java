package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EksNodegroup;
import io.drawbridge.inventory.aws.EksPodIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who governs a cluster of EKS runs pods under every service account of it and on every node: pods have the role of their Pod Identity
 * association, and one in the network of its node has the role of the node.
 *
 * <p>The roles of the control plane and of Fargate's agents are out of reach of pods. Sources: EKS User Guide, "Learn how EKS Pod Identity grants
 * pods access to AWS services" (the trust must allow to take the role and, where sessions carry tags, to tag them), "Amazon EKS node IAM role",
 * "Amazon EKS Pod execution IAM role". <b>Not modelled:</b> a second role, of another account, that an association leads on to; nodes that no group
 * of EKS keeps; what the admission rules of the cluster forbid. Roles that trust the cluster's own issuer are federation.
 */
final class PodRoles implements EdgeRule {

  private static final Technique PODS = new Technique("aws-eks-pods", "runs a pod under the service account", "T1610",
      "keep clusters of different owners apart, and let few govern one");
  private static final Technique IDENTITY = new Technique("aws-eks-pod-identity", "takes the credentials of the role that pods of the service account have", "T1552.005",
      "give each service account a role of its own with the least it needs");
  private static final Duration LASTS = Duration.ofHours(6);
  private static final ServiceRole TAGGED = new ServiceRole("pods.eks.amazonaws.com", List.of("sts:AssumeRole", "sts:TagSession"), IDENTITY, LASTS);
  private static final ServiceRole UNTAGGED = new ServiceRole("pods.eks.amazonaws.com", IDENTITY, LASTS);
  private static final ServiceRole NODES = new ServiceRole("ec2.amazonaws.com", new Technique("aws-eks-node-role",
      "takes the credentials of the node's role by a pod in the node's network", "T1552.005", "give nodes the least they need, and pods their own roles"), LASTS);

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("eks:describe-pod-identity-association"), Operation.parse("eks:describe-nodegroup"), PassRole.ROLES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(PODS, IDENTITY, NODES.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (EksPodIdentity pods : estate.inventory().all(EksPodIdentity.class)) {
      Proof fact = Proof.of(List.of(ServiceRole.fact(pods.origin(), "/association/serviceAccount", pods.namespace() + "/" + pods.serviceAccount())));
      sink.edge(Edge.of(pods.cluster(), pods.id(), EdgeKind.CAN_RUN_CODE, PODS.id(), fact, Likelihood.EASY.cost()));
      var attached = ServiceRole.fact(pods.origin(), "/association/roleArn", pods.roleArn());
      Arn.find(pods.roleArn()).ifPresent(role -> (pods.tagged() ? TAGGED : UNTAGGED).draw(estate, pods.id(), role, asked(pods), attached, sink));
    }
    for (EksNodegroup group : estate.inventory().all(EksNodegroup.class)) {
      if (!group.isGone()) {
        var attached = ServiceRole.fact(group.origin(), "/nodegroup/nodeRole", group.nodeRole());
        Arn.find(group.nodeRole()).ifPresent(role -> NODES.draw(estate, group.cluster(), role, attached, sink));
      }
    }
  }

  /** Source: EKS User Guide, "Grant pods access to AWS resources based on tags". */
  private static Map<String, List<String>> asked(EksPodIdentity pods) {
    SortedMap<String, List<String>> asked = new TreeMap<>(Map.of("aws:SourceAccount", List.of(pods.id().account())));
    Map<String, String> tags = Map.of("eks-cluster-arn", pods.cluster().text(), "eks-cluster-name", pods.clusterName(),
        "kubernetes-namespace", pods.namespace(), "kubernetes-service-account", pods.serviceAccount());
    tags.forEach((key, value) -> asked.put("aws:RequestTag/" + key, pods.tagged() ? List.of(value) : List.of()));
    return asked;
  }
}
