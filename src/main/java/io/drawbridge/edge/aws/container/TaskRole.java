package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.EcsService;
import io.drawbridge.inventory.aws.EcsTask;
import java.util.List;

/**
 * Code in the containers of a task, or of what a service starts, has the credentials of the task role.
 *
 * <p>The role that a task was started with wins over its definition's. The execution role is the agent's, which pulls images and reads secrets
 * before the containers start: no code in them has it. Source: ECS Developer Guide, "Amazon ECS task IAM role" and "Amazon ECS task
 * execution IAM role". <b>Not modelled:</b> services whose definitions are in task sets, which others deploy; containers whose definition takes the
 * address of the credentials away.
 */
final class TaskRole implements EdgeRule {

  private static final ServiceRole ROLE = TaskDefinitions.role(new Technique("aws-ecs-task-role", "takes the task role's credentials in a container", "T1552.005",
      "give each task a role of its own with the least it needs"));

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("ecs:describe-tasks"), Operation.parse("ecs:describe-services"), TaskDefinitions.READ, PassRole.ROLES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ROLE.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (EcsTask task : estate.inventory().all(EcsTask.class)) {
      if (!task.isGone() && !task.roleOverride().isEmpty()) {
        var attached = ServiceRole.fact(task.origin(), "/overrides/taskRoleArn", task.roleOverride());
        TaskDefinitions.draw(ROLE, estate, task.id(), task.roleOverride(), attached, sink);
      } else if (!task.isGone()) {
        byDefinition(estate, task, task.id(), task.taskDefinitionArn(), sink);
      }
    }
    for (EcsService service : estate.inventory().all(EcsService.class)) {
      if (service.isThere() && !service.taskDefinitionArn().isEmpty()) {
        byDefinition(estate, service, service.id(), service.taskDefinitionArn(), sink);
      }
    }
  }

  private static void byDefinition(Estate estate, Resource said, Arn compute, String definitionArn, EdgeSink sink) {
    TaskDefinitions.find(estate, said, definitionArn, sink).filter(definition -> !definition.taskRoleArn().isEmpty()).ifPresent(definition -> {
      var attached = ServiceRole.fact(definition.origin(), "/taskDefinition/taskRoleArn", definition.taskRoleArn());
      TaskDefinitions.draw(ROLE, estate, compute, definition.taskRoleArn(), attached, sink);
    });
  }
}
