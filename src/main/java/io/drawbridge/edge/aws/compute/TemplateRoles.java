package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.PassableRoles;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Speakers;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Residual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    List<Target> groups = groups(estate);
    if (groups.isEmpty()) {
      return;
    }
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    Map<String, Map<List<Residual>, CapabilitySet>> roles = roles(estate);
    List<AwsIdentity> writers = Speakers.of(estate).ofAll(WRITE).stream().filter(caller -> roles.containsKey(caller.account())).toList();
    var written = new Written();
    new CapabilityDerivation(authorization, new Capability(NAME, EdgeKind.CAN_PASS_ROLE, TECHNIQUE, Likelihood.LIKELY), groups, Set.of()).draw(writers, written);
    var sets = new CapabilitySets(sink);
    for (AwsIdentity caller : writers) {
      List<Edge> ways = written.ways(caller);
      if (!ways.isEmpty()) {
        Decision decision = decision(ways);
        roles.getOrDefault(caller.account(), Map.of()).forEach((trust, set) -> sets.connect(
            Edge.of(caller.node(), set.id(), EdgeKind.CAN_PASS_ROLE, TECHNIQUE.id(), ways.getFirst().proof(), Likelihood.LIKELY.cost()),
            Decisions.and(decision, Target.open(trust)), caller.node(), set));
      }
    }
  }

  /** One template is enough, under what it asks or under what another does. */
  private static Decision decision(List<Edge> ways) {
    return ways.getFirst().condition().isNone() ? Decisions.YES
        : new Decision.Conditional(ways.stream().map(way -> DecisionEdges.residual(way.condition())).distinct().toList(), List.of(), false);
  }

  /** Keeps of each caller the templates that it may write. */
  private static final class Written implements EdgeSink {
    private final Map<ResourceId, List<Edge>> byCaller = new HashMap<>();

    @Override
    public void edge(Edge edge) {
      if (edge.kind() == EdgeKind.CAN_PASS_ROLE) {
        byCaller.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge);
      }
    }

    @Override
    public void gap(CoverageGap gap) {}

    /** Those that ask least come first. */
    List<Edge> ways(AwsIdentity caller) {
      return byCaller.getOrDefault(caller.node(), List.of()).stream().sorted(Comparator.comparingInt(edge -> edge.condition().atoms().size())).toList();
    }
  }

  private static List<Target> groups(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    return ScalingGroups.of(estate).all().stream().filter(ScalingGroups::follows).map(group -> InstanceTargets.following(estate, group, context)).toList();
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
