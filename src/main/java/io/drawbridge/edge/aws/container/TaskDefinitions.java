package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.EcsTaskDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roles that ECS takes for tasks.
 *
 * <p>Source: ECS Developer Guide, "Amazon ECS task IAM role": the request names the account and, under {@code aws:SourceArn}, no more than that it
 * is for ECS in the region.
 */
final class TaskDefinitions {

  static final Operation READ = Operation.parse("ecs:describe-task-definition");

  private TaskDefinitions() {}

  /** Credentials of a task last six hours. */
  static ServiceRole role(Technique technique) {
    return new ServiceRole("ecs-tasks.amazonaws.com", technique, Duration.ofHours(6));
  }

  /** A definition that was not read is a gap. */
  static Optional<EcsTaskDefinition> find(Estate estate, Resource compute, String definitionArn, EdgeSink sink) {
    Optional<EcsTaskDefinition> definition = Arn.find(definitionArn).flatMap(arn -> estate.inventory().find(EcsTaskDefinition.class, arn));
    if (definition.isEmpty()) {
      sink.gap(Gaps.of(estate, compute.scope(), READ, definitionArn, "what a task is made of, and which roles it has, is not known"));
    }
    return definition;
  }

  /** Draws the step from compute to a role that it is given for a task. */
  static void draw(ServiceRole role, Estate estate, Arn compute, String roleArn, Evidence attached, EdgeSink sink) {
    Map<String, List<String>> asked = Map.of("aws:SourceAccount", List.of(compute.account()),
        "aws:SourceArn", List.of(compute.beside("ecs", compute.region(), "*").text()));
    Arn.find(roleArn).ifPresent(arn -> role.draw(estate, compute, arn, asked, attached, sink));
  }
}
