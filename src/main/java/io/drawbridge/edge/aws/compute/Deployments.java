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
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.CodeDeployGroup;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A principal deploys a revision of its own to a deployment group of CodeDeploy, whose agent runs the revision's hooks on every instance of the
 * group.
 *
 * <p>The group is a step of its own: who may deploy to it gains all its instances alike, and an instance may be in many groups. A
 * deployment names any configuration that the caller may read, one of CodeDeploy's own among them. Source: CodeDeploy User Guide, "Identity and
 * access management for AWS CodeDeploy" (what CreateDeployment takes); Service Authorization Reference, "AWS CodeDeploy". <b>Not modelled:</b>
 * whether the agent is installed; whether the instance may read the place that the caller keeps the revision in; machines outside AWS; groups for
 * functions and containers, whose code is a version that must be there.
 */
final class Deployments implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("codedeploy-001", "deploys a revision whose hooks run on the group's instances", "T1651",
      "grant codedeploy:CreateDeployment and codedeploy:RegisterApplicationRevision to the application's pipeline only");
  private static final Technique AGENT = new Technique("aws-deployment-group", "runs on the group's instances what is deployed to the group", "T1651",
      "keep instances of different owners in different deployment groups");
  private static final Capability DEPLOY = new Capability("deploy-revision", EdgeKind.CAN_RUN_CODE, TECHNIQUE, Likelihood.LIKELY);
  private static final String INSTANCES = "deployment-group-instances";
  private static final String READ_CONFIGURATION = "codedeploy:GetDeploymentConfig";

  /** Every account has them in every region. */
  private static final List<String> CONFIGURATIONS = List.of("CodeDeployDefault.AllAtOnce", "CodeDeployDefault.HalfAtATime", "CodeDeployDefault.OneAtATime");

  /** Deployments stay in one account and region. */
  private record Place(String account, String region) implements Comparable<Place> {
    static Place of(Arn arn) {
      return new Place(arn.account(), arn.region());
    }

    @Override
    public int compareTo(Place other) {
      return (account + region).compareTo(other.account + other.region);
    }
  }

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("deploy:get-deployment-group"), Operation.parse("ec2:describe-instances"), Operation.parse("autoscaling:describe-auto-scaling-groups"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE, AGENT);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<Place, List<CodeDeployGroup>> groups = new TreeMap<>();
    estate.inventory().all(CodeDeployGroup.class).stream().filter(CodeDeployGroup::isOfMachines)
        .forEach(group -> groups.computeIfAbsent(Place.of(group.id()), none -> new ArrayList<>()).add(group));
    if (groups.isEmpty()) {
      return;
    }
    instances(estate, groups.values().stream().flatMap(List::stream).toList(), sink);
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    var decisions = new TargetDecision(authorization, Set.of());
    groups.forEach((place, all) -> {
      List<Target> targets = all.stream().map(group -> deployed(group, context)).toList();
      List<Target> configurations = CONFIGURATIONS.stream().map(name -> configuration(place, name, context)).toList();
      new CapabilityDerivation(authorization, DEPLOY, targets, Set.of(), caller -> any(caller, configurations, decisions)).draw(authorization.callers(), sink);
    });
  }

  private static Target deployed(CodeDeployGroup group, ResourceContext context) {
    Arn id = group.id();
    Arn application = Arn.of("codedeploy", id.region(), id.account(), "application:" + group.application());
    return InstanceTargets.home(id, List.of(request("codedeploy:CreateDeployment", id, context), request("codedeploy:RegisterApplicationRevision", application, context)),
        Proof.of(List.of()), List.of());
  }

  private static Target configuration(Place place, String name, ResourceContext context) {
    Arn arn = Arn.of("codedeploy", place.region, place.account, "deploymentconfig:" + name);
    return InstanceTargets.home(arn, List.of(request(READ_CONFIGURATION, arn, context)), Proof.of(List.of()), List.of());
  }

  /** Tags of applications and groups, which the listing does not tell, stay open. */
  private static Demand request(String action, Arn on, ResourceContext context) {
    return new Demand(action, on.text(), on.account(), Optional.empty(), context.region(on));
  }

  private static Decision any(AwsIdentity caller, List<Target> configurations, TargetDecision decisions) {
    return configurations.stream().map(one -> decisions.of(caller, one)).reduce(Decisions.NO, Decisions::better);
  }

  private static void instances(Estate estate, List<CodeDeployGroup> groups, EdgeSink sink) {
    var deployable = new DeployableInstances(estate);
    var sets = new CapabilitySets(sink);
    for (CodeDeployGroup group : groups) {
      Evidence fact = ServiceRole.fact(group.origin(), "/deploymentGroupInfo/deploymentGroupName", group.group());
      List<CapabilitySet.Member> members = deployable.of(group).stream().map(Deployments::member).toList();
      if (!members.isEmpty()) {
        CapabilitySet set = CapabilitySet.of(INSTANCES, group.id().account() + "/" + group.id().text(), List.of(), members);
        sets.connect(Edge.of(group.id(), set.id(), EdgeKind.CAN_RUN_CODE, AGENT.id(), Proof.of(List.of(fact)), Likelihood.CERTAIN.cost()), Decisions.YES, group.id(), set);
      }
    }
  }

  private static CapabilitySet.Member member(Ec2Instance instance) {
    return new CapabilitySet.Member(instance.id(), Proof.of(List.of(ServiceRole.fact(instance.origin(), "/State/Name", instance.state()))));
  }
}
