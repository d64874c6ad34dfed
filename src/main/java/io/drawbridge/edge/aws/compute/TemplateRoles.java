package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.PassableRoles;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Speakers;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AutoScalingGroup;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Residual;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who writes the launch template that a group follows has the group start instances under any role that lies in an instance profile of the
 * account, and passes none: the group's own service-linked role does.
 *
 * <p>Source: EC2 Auto Scaling User Guide, "Control Amazon EC2 launch template usage in Auto Scaling groups" (of a group that follows the default or
 * latest version, permissions are not checked when a version is made), and the policy AutoScalingServiceRolePolicy, which passes
 * every role to EC2. The catalogue gives ec2-004 and ec2-005 the same calls: here the first is another role than the group has now, and the second,
 * of {@link InstanceControl}, code under the role that it has. <b>Not modelled:</b> a service-linked role of a suffix, under which
 * a group may run with other permissions on keys, but none fewer on roles.
 */
final class TemplateRoles implements EdgeRule {

  private static final String NAME = "launch-by-template";
  private static final Technique TECHNIQUE = new Technique("ec2-004", "names another role in the launch template that an Auto Scaling group starts instances from", "T1578",
      "let groups start from a version that is fixed, and grant ec2:CreateLaunchTemplateVersion to the template's pipeline only");
  private static final List<String> WRITE = List.of("ec2:CreateLaunchTemplateVersion");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("autoscaling:describe-auto-scaling-groups"), Operation.parse("ec2:describe-launch-templates"), PassRole.ROLES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<String, List<Target>> groups = groups(estate);
    if (groups.isEmpty()) {
      return;
    }
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    Map<String, Map<List<Residual>, CapabilitySet>> roles = roles(estate);
    var decisions = new TargetDecision(authorization, Set.of());
    var sets = new CapabilitySets(sink);
    for (AwsIdentity caller : Speakers.of(estate).ofAll(WRITE)) {
      Decision decision = best(caller, groups.getOrDefault(caller.account(), List.of()), decisions);
      if (decision.possible()) {
        var proof = new Proof(authorization.evidence(decision), caller.documents().unread());
        roles.getOrDefault(caller.account(), Map.of()).forEach((trust, set) -> sets.connect(
            Edge.of(caller.node(), set.id(), EdgeKind.CAN_PASS_ROLE, TECHNIQUE.id(), proof, Likelihood.LIKELY.cost()), Decisions.and(decision, Target.open(trust)), caller.node(), set));
      }
    }
  }

  /** The groups that follow a template, by account. */
  private static Map<String, List<Target>> groups(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    Map<String, List<Target>> groups = new TreeMap<>();
    for (AutoScalingGroup group : ScalingGroups.of(estate).all()) {
      if (ScalingGroups.follows(group)) {
        groups.computeIfAbsent(group.id().account(), none -> new ArrayList<>()).add(InstanceTargets.following(estate, group, context));
      }
    }
    return groups;
  }

  /** One group is enough. */
  private static Decision best(AwsIdentity caller, List<Target> groups, TargetDecision decisions) {
    Decision best = Decisions.NO;
    for (Target group : groups) {
      best = Decisions.better(best, decisions.of(caller, group));
      if (best instanceof Decision.Allowed) {
        return best;
      }
    }
    return best;
  }

  /** By account and by what their trust asks of the service, the roles that instances can be started with. */
  private static Map<String, Map<List<Residual>, CapabilitySet>> roles(Estate estate) {
    Map<String, Map<List<Residual>, List<CapabilitySet.Member>>> members = new TreeMap<>();
    for (Target role : PassableRoles.of(estate).targets(PassRoleToInstances.EC2)) {
      members.computeIfAbsent(role.account(), none -> new LinkedHashMap<>()).computeIfAbsent(role.given(), none -> new ArrayList<>())
          .add(new CapabilitySet.Member(role.node(), role.facts()));
    }
    Map<String, Map<List<Residual>, CapabilitySet>> sets = new TreeMap<>();
    members.forEach((account, byTrust) -> sets.put(account, sets(account, byTrust)));
    return sets;
  }

  private static Map<List<Residual>, CapabilitySet> sets(String account, Map<List<Residual>, List<CapabilitySet.Member>> byTrust) {
    Map<List<Residual>, CapabilitySet> sets = new LinkedHashMap<>();
    byTrust.forEach((trust, members) -> {
      List<Arn> others = byTrust.entrySet().stream().filter(entry -> !entry.getKey().equals(trust)).flatMap(entry -> entry.getValue().stream())
          .map(member -> (Arn) member.id()).toList();
      sets.put(trust, CapabilitySet.of(NAME, account, others, members));
    });
    return sets;
  }
}
