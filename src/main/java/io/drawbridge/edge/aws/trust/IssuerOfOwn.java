package io.drawbridge.edge.aws.trust;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A principal brings an issuer of its own into the account and lets a role trust it.
 *
 * <p>Who may rewrite the trust has the role already ({@code iam-012}); this way the role stays open to somebody outside when every
 * credential of the account is gone. Source: IAM API reference, CreateOpenIDConnectProvider and UpdateAssumeRolePolicy.
 */
public final class IssuerOfOwn implements EdgeRule {

  private static final String CREATE = "iam:CreateOpenIDConnectProvider";
  private static final String TRUST = "iam:UpdateAssumeRolePolicy";
  private static final Capability CAPABILITY = new Capability("trust-issuer-of-own", EdgeKind.CAN_CHANGE_TRUST,
      new Technique("d-iam-createoidc+trust", "makes the role trust an issuer of its own", "T1484.002",
          "deny iam:CreateOpenIDConnectProvider outside the pipeline that sets accounts up"), Likelihood.LIKELY);

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    List<AwsIdentity> callers = authorization.speakers().ofAll(List.of(CREATE, TRUST));
    if (callers.isEmpty()) {
      return;
    }
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = estate.inventory().all(IamRole.class).stream().filter(role -> !role.id().resource().startsWith("role/aws-service-role/"))
        .map(role -> new Target(role.id(), List.of(new Demand(TRUST, role.id().text(), role.id().account(), Optional.empty(), context.of(role.id(), "iam", role.tags()))),
            Proof.of(List.of()), List.of(), true, Optional.empty()))
        .toList();
    new CapabilityDerivation(authorization, CAPABILITY, targets, Set.of(), caller -> creates(authorization, context, caller)).draw(callers, sink);
  }

  /** The provider's name is its issuer's: a domain that the caller owns, which no policy names in person. */
  private static Decision creates(AwsAuthorization authorization, ResourceContext context, AwsIdentity caller) {
    var decisions = new TargetDecision(authorization, Set.of("aws:requesttag/", "aws:tagkeys"));
    Arn made = caller.arn().beside("iam", "", "oidc-provider/issuer.drawbridge.example");
    return decisions.of(caller, Target.of(made, List.of(new Demand(CREATE, made.text(), caller.account(), Optional.empty(), context.region(made)))));
  }
}
