package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.NewNames;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EcsService;
import io.drawbridge.inventory.aws.EcsTaskDefinition;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A principal has a service start its tasks anew so that commands can be run in them, and runs one.
 *
 * <p>No role is passed, since the service keeps its definition. The agent in the container works under the task role, which must be allowed to
 * talk to Systems Manager. The catalogue knows tasks only that were started for it (ecs-006). Source: ECS Developer Guide, "Monitor Amazon ECS
 * containers with ECS Exec" (permissions of the task role, and the update that turns it on). <b>Not modelled:</b> which container policies of IAM
 * name, which stays a condition; a task role that the caller gives these permissions.
 */
final class ServiceCommand implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("aws-ecs-enable-exec", "has a service start its tasks for commands, and runs one in them", "T1609",
      "grant ecs:UpdateService to the service's pipeline only, and let task roles not talk to Systems Manager");
  private static final Capability CAPABILITY = new Capability("enable-execute-command", EdgeKind.CAN_RUN_CODE, TECHNIQUE, Likelihood.LIKELY);
  private static final List<String> AGENT = List.of("ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("ecs:describe-services"), TaskDefinitions.READ, PassRole.ROLES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = new ArrayList<>();
    for (EcsService service : estate.inventory().all(EcsService.class)) {
      if (service.takesUpdates() && !service.executeCommand() && !service.taskDefinitionArn().isEmpty()) {
        TaskDefinitions.find(estate, service, service.taskDefinitionArn(), sink)
            .flatMap(definition -> target(authorization, service, definition, context)).ifPresent(targets::add);
      }
    }
    new CapabilityDerivation(authorization, CAPABILITY, targets, Set.of()).draw(authorization.callers(), sink);
  }

  private static Optional<Target> target(AwsAuthorization authorization, EcsService service, EcsTaskDefinition definition, ResourceContext context) {
    Optional<Arn> cluster = Arn.find(service.clusterArn());
    Decision answers = Arn.find(definition.taskRoleArn()).flatMap(authorization::find).map(role -> agent(authorization, role, service.id(), context)).orElse(Decisions.NO);
    if (cluster.isEmpty() || !answers.possible()) {
      return Optional.empty();
    }
    SortedMap<String, List<String>> updated = service.tags().isEmpty() ? context.region(service.id()) : context.of(service.id(), "ecs", service.tags());
    updated.put("ecs:cluster", List.of(service.clusterArn()));
    updated.put("ecs:enable-execute-command", List.of("true"));
    updated.put("ecs:task-definition", List.of());
    SortedMap<String, List<String>> run = context.region(service.id());
    run.put("ecs:cluster", List.of(service.clusterArn()));
    Arn task = Arn.of("ecs", service.id().region(), service.id().account(), "task/" + cluster.get().name() + "/" + NewNames.NEW);
    List<Demand> demands = List.of(demand("ecs:UpdateService", service.id(), updated), demand("ecs:ExecuteCommand", task, run), demand("ecs:ExecuteCommand", cluster.get(), run));
    Proof facts = Proof.of(Stream.concat(authorization.evidence(answers).stream(),
        Stream.of(ServiceRole.fact(definition.origin(), "/taskDefinition/taskRoleArn", definition.taskRoleArn()))).toList());
    return Optional.of(new Target(service.id(), demands, facts, List.of(), true, Optional.empty(),
        answers instanceof Decision.Conditional conditional ? conditional.alternatives() : List.of()));
  }

  private static Decision agent(AwsAuthorization authorization, AwsIdentity role, Arn service, ResourceContext context) {
    List<Demand> demands = AGENT.stream().map(action -> new Demand(action, "*", "", Optional.empty(), context.region(service))).toList();
    return new TargetDecision(authorization, Set.of()).of(role, Target.of(role.node(), demands));
  }

  private static Demand demand(String action, Arn on, SortedMap<String, List<String>> known) {
    return new Demand(action, on.text(), on.account(), Optional.empty(), known);
  }
}
