package io.drawbridge.edge.aws;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.InstanceProfile;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A principal starts compute of its own under a role: it may pass the role to the service, and may start what runs as it.
 *
 * <p>Only within one account, only a role whose trust lets the service in, and for EC2 only one that lies in an instance profile. Source:
 * IAM User Guide, "Grant a user permissions to pass a role to an AWS service". <b>Not modelled:</b> profiles that the caller makes first;
 * of a trust that lets the service in under one condition or another, the second.
 */
record PassRole(Capability capability, String service, Launch launch, boolean inProfile) implements EdgeRule {

  private static final Duration SESSION = Duration.ofHours(1);

  static final PassRole TO_EC2 = new PassRole(capability("pass-role-to-ec2",
      new Technique("ec2-001", "starts an instance under the role", "T1578.002", "limit iam:PassRole to the roles that are needed, and iam:PassedToService to their services")), "ec2.amazonaws.com", Launch.INSTANCE, true);

  static final PassRole TO_LAMBDA = new PassRole(capability("pass-role-to-lambda",
      new Technique("lambda-001", "creates and calls a function under the role", "T1648", "limit iam:PassRole to the roles that are needed, and iam:PassedToService to their services")), "lambda.amazonaws.com", Launch.FUNCTION, false);

  private static Capability capability(String name, Technique technique) {
    return new Capability(name, EdgeKind.CAN_PASS_ROLE, technique, Likelihood.LIKELY);
  }

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    Map<String, InstanceProfile> profiles = new HashMap<>();
    estate.inventory().all(InstanceProfile.class).forEach(profile -> profile.roleArns().forEach(role -> profiles.put(role, profile)));
    List<Target> targets = new ArrayList<>();
    for (IamRole role : estate.inventory().all(IamRole.class)) {
      Optional<InstanceProfile> profile = Optional.ofNullable(profiles.get(role.id().text()));
      Ruling trust = authorization.trust(role, new AwsPrincipal.Service(service), "sts:AssumeRole", Map.of(), Set.of());
      if (trust.possible() && (!inProfile || profile.isPresent())) {
        targets.add(target(role, profile, trust, context));
      }
    }
    new CapabilityDerivation(authorization, capability, targets, Set.of(), caller -> launch.of(caller, authorization)).draw(authorization.callers(), sink);
  }

  private Target target(IamRole role, Optional<InstanceProfile> profile, Ruling trust, ResourceContext context) {
    var known = context.of(role.id(), "iam", role.tags());
    known.put("iam:passedtoservice", List.of(service));
    var demand = new Demand("iam:PassRole", role.id().text(), role.id().account(), Optional.empty(), known);
    Proof facts = trust.proof();
    if (inProfile && profile.isPresent()) {
      facts = facts.and(Proof.of(List.of(ServiceRole.fact(profile.get().origin(), "/InstanceProfileList", profile.get().id().text()))));
    }
    return new Target(role.id(), List.of(demand), facts, conditions(trust.decision()), true, Optional.of(SESSION));
  }

  /** What the trust asks of the service's request, such as the account that it works for. */
  private static List<Requirement> conditions(Decision trust) {
    return trust instanceof Decision.Conditional conditional ? conditional.alternatives().getFirst().requirements() : List.of();
  }
}
