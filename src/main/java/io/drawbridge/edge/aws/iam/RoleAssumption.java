package io.drawbridge.edge.aws.iam;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ForeignCallers;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.Organizations;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.aws.NamedPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A principal takes a session of a role, in its own account or another: the trust lets it in and nothing forbids the call.
 *
 * <p>Source: IAM User Guide, "Update a role trust policy" and "Methods to assume a role": a trust of the same account that names the
 * principal needs no permission of the principal, one that names the account does. A session lasts an hour unless asked otherwise.
 * <b>Not modelled:</b> session policies, which the caller would only tie its own hands with.
 */
public final class RoleAssumption implements EdgeRule {

  private static final String ACTION = "sts:AssumeRole";
  private static final Capability CAPABILITY = new Capability("assume-role", EdgeKind.CAN_ASSUME,
      new Technique("sts-001", "takes a session of a role", "T1078.004", "name in the role's trust policy only those who need the role"), Likelihood.EASY);
  private static final Technique FOREIGN =
      new Technique("sts-002", "takes a session of a role from an account that was not read", "T1199", "demand an external id in the trust, and name a role of the other account");
  private static final Technique ANYBODY =
      new Technique("sts-003", "takes a session of a role that lets anybody in", "T1199", "name principals in the role's trust policy in place of the star");
  private static final Duration SESSION = Duration.ofHours(1);

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"), Organizations.DESCRIBE_ORGANIZATION);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique(), FOREIGN, ANYBODY);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    authorization.gaps().forEach(sink::gap);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = estate.inventory().all(IamRole.class).stream().filter(role -> role.trust().isPresent()).map(role -> target(role, context)).toList();
    new CapabilityDerivation(authorization, CAPABILITY, targets, FreeKeys.OF_SESSIONS).draw(authorization.callers(), sink);
    new ForeignCallers(estate, CAPABILITY, new ForeignCallers.Techniques(FOREIGN, ANYBODY), FreeKeys.OF_SESSIONS).draw(targets, sink);
  }

  private static Target target(IamRole role, ResourceContext context) {
    var demand = new Demand(ACTION, role.id().text(), role.id().account(), role.trust().map(trust -> new NamedPolicy("trust", trust)),
        context.of(role.id(), "iam", role.tags()));
    return new Target(role.id(), List.of(demand), Proof.of(List.of()), List.of(), false, Optional.of(SESSION));
  }
}
