package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The role that a service takes for a workload, whose code then has the role's credentials: only if the role's trust lets the
 * service in.
 *
 * @param service the host name in the trust: {@code ec2.amazonaws.com}
 * @param actions all of which the trust must allow
 * @param outlives how long credentials that were taken away go on working
 */
public record ServiceRole(String service, List<String> actions, Technique technique, Duration outlives) {

  private static final Operation ROLES = Operation.parse("iam:get-account-authorization-details");

  public ServiceRole {
    actions = List.copyOf(actions);
  }

  public ServiceRole(String service, Technique technique, Duration outlives) {
    this(service, List.of("sts:AssumeRole"), technique, outlives);
  }

  /** Draws the step from the workload to its role; a role that was not read is a gap. */
  public void draw(Estate estate, ResourceId workload, Arn roleArn, Evidence attached, EdgeSink sink) {
    draw(estate, workload, roleArn, Map.of(), attached, sink);
  }

  /**
   * Draws the step where more is known of the request.
   *
   * @param asked what the service's request for the role says, by condition key
   */
  public void draw(Estate estate, ResourceId workload, Arn roleArn, Map<String, List<String>> asked, Evidence attached, EdgeSink sink) {
    Optional<IamRole> role = estate.inventory().find(IamRole.class, roleArn);
    if (role.isEmpty()) {
      sink.gap(Gaps.of(estate, Scope.account(roleArn.account()), ROLES, roleArn.text(), "which role a workload has is known, what the role may do is not"));
      return;
    }
    Decision trusted = Decisions.YES;
    Proof proof = Proof.of(List.of(attached));
    for (String action : actions) {
      Ruling trust = AwsAuthorization.of(estate).trust(role.get(), new AwsPrincipal.Service(service), action, asked, Set.of());
      trusted = Decisions.and(trusted, trust.decision());
      proof = trust.proof().and(proof);
    }
    Edge plain = Edge.of(workload, roleArn, EdgeKind.RUNS_AS, technique.id(), proof, Likelihood.CERTAIN.cost()).outliving(outlives);
    DecisionEdges.of(plain, trusted, workload).forEach(sink::edge);
  }

  /** A field of the workload's own document as the fact that it has the role. */
  public static Evidence fact(Origin origin, String pointer, String value) {
    return new Evidence(Evidence.Side.FACT, origin.field(pointer, value), origin.scope(), origin.snapshot());
  }
}
