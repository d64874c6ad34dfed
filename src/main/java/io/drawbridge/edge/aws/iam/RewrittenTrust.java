package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.Outsiders;
import io.drawbridge.edge.aws.StatedPolicy;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What it still takes to have a role whose trust one has rewritten: nothing, where it may let in an account of one's own; the call by oneself,
 * where a resource control policy keeps outsiders from it.
 *
 * <p>Source: Organizations User Guide, "Resource control policies (RCPs)": sts:AssumeRole is under them, whatever the trust says.
 * <b>Not modelled:</b> letting in another principal of the organization, or a service.
 */
final class RewrittenTrust {

  private static final String ACTION = "sts:AssumeRole";

  private final AwsAuthorization authorization;
  private final Outsiders outsiders;

  RewrittenTrust(AwsAuthorization authorization, Outsiders outsiders) {
    this.authorization = authorization;
    this.outsiders = outsiders;
  }

  static RewrittenTrust of(AwsAuthorization authorization, Estate estate) {
    return new RewrittenTrust(authorization, new Outsiders(estate, new TargetDecision(authorization, FreeKeys.OF_SESSIONS)));
  }

  /** The demands besides the rewriting. */
  List<Demand> demands(Arn role, SortedMap<String, List<String>> known) {
    if (authorization.rcps(ACTION, role.account()).levels().isEmpty()) {
      return List.of();
    }
    var call = new Demand(ACTION, role.text(), role.account(), Optional.of(StatedPolicy.LETTING_ANYBODY_IN), known);
    return outsiders.somebody(Target.of(role, List.of(call))) instanceof Decision.Allowed ? List.of() : List.of(call);
  }
}
