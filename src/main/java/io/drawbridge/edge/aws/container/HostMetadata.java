package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.EcsContainerInstance;
import io.drawbridge.inventory.aws.EcsTask;
import io.drawbridge.inventory.aws.EcsTaskDefinition;
import io.drawbridge.inventory.aws.InstanceProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Code in a container on an EC2 instance asks the instance's metadata service for the credentials of the instance's role, where the container is in
 * the instance's own network, or the service answers one hop further.
 *
 * <p>Sources: ECS Developer Guide, "Amazon ECS container instance IAM role" (containers are not kept from the instance's credentials unless somebody
 * does); EC2 User Guide, "Configure the instance metadata service options": the hop limit holds for the tokens of the second version only. <b>Not
 * modelled:</b> rules of the instance's own firewall; tasks with a network interface of their own ({@code awsvpc}), for which a setting of the agent
 * decides; tasks that a service will start later on another instance.
 */
final class HostMetadata implements EdgeRule {

  private static final ServiceRole ROLE = new ServiceRole("ec2.amazonaws.com", new Technique("aws-ecs-instance-role",
      "takes the credentials of the machine's role from a container", "T1552.005",
      "require IMDSv2 with a hop limit of one, and keep tasks out of the machine's own network"), Duration.ofHours(6));
  private static final Operation INSTANCES = Operation.parse("ec2:describe-instances");
  private static final Operation PROFILES = Operation.parse("iam:list-instance-profiles");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("ecs:describe-tasks"), ContainerHost.MACHINES, TaskDefinitions.READ, INSTANCES, PassRole.ROLES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ROLE.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (EcsTask task : estate.inventory().all(EcsTask.class)) {
      Optional<Arn> host = task.isGone() ? Optional.empty() : Arn.find(task.containerInstanceArn())
          .flatMap(arn -> estate.inventory().find(EcsContainerInstance.class, arn)).map(EcsContainerInstance::host).filter(arn -> arn.service().equals("ec2"));
      if (host.isPresent()) {
        TaskDefinitions.find(estate, task, task.taskDefinitionArn(), sink).ifPresent(definition -> onHost(estate, task, definition, host.get(), sink));
      }
    }
  }

  private static void onHost(Estate estate, EcsTask task, EcsTaskDefinition definition, Arn host, EdgeSink sink) {
    Optional<Ec2Instance> instance = estate.inventory().find(Ec2Instance.class, host);
    if (instance.isEmpty()) {
      sink.gap(Gaps.of(estate, task.scope(), INSTANCES, host.text(), "which role the machine of a task has is not known"));
    } else if (answers(instance.get(), definition)) {
      Arn.find(instance.get().instanceProfileArn()).ifPresent(profile -> draw(estate, task, profile, instance.get(), sink));
    }
  }

  private static boolean answers(Ec2Instance instance, EcsTaskDefinition definition) {
    return switch (definition.networkMode()) {
      case "host" -> instance.traits().metadataReachable();
      case "bridge", "" -> instance.traits().metadataBehindBridge();
      default -> false;
    };
  }

  private static void draw(Estate estate, EcsTask task, Arn profileArn, Ec2Instance instance, EdgeSink sink) {
    Optional<InstanceProfile> profile = estate.inventory().find(InstanceProfile.class, profileArn);
    if (profile.isEmpty()) {
      sink.gap(Gaps.of(estate, instance.scope(), PROFILES, profileArn.text(), "which role is in an instance's profile is not known"));
      return;
    }
    var attached = ServiceRole.fact(instance.origin(), "/IamInstanceProfile/Arn", profileArn.text());
    profile.get().roleArns().stream().flatMap(role -> Arn.find(role).stream()).forEach(role -> ROLE.draw(estate, task.id(), role, attached, sink));
  }
}
