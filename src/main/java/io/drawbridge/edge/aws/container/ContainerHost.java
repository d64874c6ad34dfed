package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EcsContainerInstance;
import io.drawbridge.inventory.aws.EcsTask;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who has a machine of an ECS cluster has the containers on it, and what the agent there holds: the execution roles of its tasks.
 *
 * <p>The machine's own role is drawn where machines are ({@code InstanceRole}, {@code ManagedNodeRole}). On Fargate the machine is AWS's.
 * Source: ECS Developer Guide, "Amazon ECS task execution IAM role" (the agent on the machine makes calls under it) and "Amazon ECS container
 * instance IAM role"; ECS API reference, TaskOverride (the execution role that a task was started with wins).
 * <b>Not modelled:</b> credentials of tasks on other machines, which an agent's own identity can ask for.
 */
final class ContainerHost implements EdgeRule {

  static final Operation MACHINES = Operation.parse("ecs:describe-container-instances");
  private static final Technique CONTAINERS = new Technique("aws-ecs-host", "enters a container from the machine that runs it", "T1609",
      "keep tasks with strong roles off machines that others can enter, or run them on Fargate");
  private static final ServiceRole EXECUTION = TaskDefinitions.role(new Technique("aws-ecs-execution-role",
      "takes the credentials that the agent on the machine has for a task", "T1552", "give execution roles only the images and secrets of their tasks"));

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("ecs:describe-tasks"), MACHINES, TaskDefinitions.READ, PassRole.ROLES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CONTAINERS, EXECUTION.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Set<String> drawn = new HashSet<>();
    for (EcsTask task : estate.inventory().all(EcsTask.class)) {
      if (!task.isGone() && !task.containerInstanceArn().isEmpty()) {
        Optional<EcsContainerInstance> machine = Arn.find(task.containerInstanceArn()).flatMap(arn -> estate.inventory().find(EcsContainerInstance.class, arn));
        if (machine.isPresent()) {
          draw(estate, machine.get(), task, drawn, sink);
        } else {
          sink.gap(Gaps.of(estate, task.scope(), MACHINES, task.containerInstanceArn(), "which machine runs a task is not known"));
        }
      }
    }
  }

  private static void draw(Estate estate, EcsContainerInstance machine, EcsTask task, Set<String> drawn, EdgeSink sink) {
    Arn host = machine.host();
    Proof facts = Proof.of(List.of(ServiceRole.fact(task.origin(), "/containerInstanceArn", machine.id().text()),
        ServiceRole.fact(machine.origin(), "/ec2InstanceId", machine.machine())));
    sink.edge(Edge.of(host, task.id(), EdgeKind.CAN_RUN_CODE, CONTAINERS.id(), facts, Likelihood.EASY.cost()));
    if (!task.executionRoleOverride().isEmpty()) {
      execution(estate, host, task.executionRoleOverride(), ServiceRole.fact(task.origin(), "/overrides/executionRoleArn", task.executionRoleOverride()), drawn, sink);
      return;
    }
    TaskDefinitions.find(estate, task, task.taskDefinitionArn(), sink).ifPresent(definition -> execution(estate, host, definition.executionRoleArn(),
        ServiceRole.fact(definition.origin(), "/taskDefinition/executionRoleArn", definition.executionRoleArn()), drawn, sink));
  }

  private static void execution(Estate estate, Arn host, String role, Evidence attached, Set<String> drawn, EdgeSink sink) {
    if (drawn.add(host.text() + " " + role)) {
      TaskDefinitions.draw(EXECUTION, estate, host, role, attached, sink);
    }
  }
}
