package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Rounds;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EcsCluster;
import io.drawbridge.inventory.aws.EcsTask;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A principal runs a command in a container of a task that was started so that commands can be run in it.
 *
 * <p>Source: ECS Developer Guide, "Monitor Amazon ECS containers with ECS Exec" (an agent in the container answers); Service Authorization
 * Reference, "for Amazon ECS" (asked on the cluster and on the task). The catalogue asks ecs:DescribeTasks besides, which only the command line
 * calls. <b>Not modelled:</b> networks without a way to Systems Manager; images without a shell.
 */
final class ContainerCommand implements EdgeRule {

  private static final Operation TASKS = Operation.parse("ecs:describe-tasks");
  private static final String EXECUTE = "ecs:ExecuteCommand";
  private static final String CONTAINER = "ecs:container-name";
  private static final Capability CAPABILITY = new Capability("execute-command", EdgeKind.CAN_RUN_CODE, new Technique("ecs-006",
      "runs a command in a container of the task", "T1609", "start tasks without ECS Exec, or limit ecs:ExecuteCommand to clusters and containers"), Likelihood.EASY);

  @Override
  public List<Operation> reads() {
    return List.of(TASKS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    var rounds = new Rounds();
    for (EcsTask task : estate.inventory().all(EcsTask.class)) {
      if (task.executeCommand() && task.isRunning()) {
        targets(estate, task, context).forEach(rounds::add);
      }
    }
    rounds.draw(authorization, CAPABILITY, Set.of(), authorization.callers(), sink);
  }

  /** One for each container, where some policy tells containers apart. */
  private static List<Target> targets(Estate estate, EcsTask task, ResourceContext context) {
    Optional<Arn> cluster = Arn.find(task.clusterArn());
    if (cluster.isEmpty()) {
      return List.of();
    }
    List<EcsTask.Container> containers = task.containers().stream().filter(container -> !container.name().isEmpty()).toList();
    if (containers.isEmpty()) {
      return List.of(target(estate, task, cluster.get(), context, Optional.empty()));
    }
    boolean alike = !context.mentioned().contains(CONTAINER);
    List<EcsTask.Container> answering = containers.stream().filter(container -> container.agent().equals("RUNNING")).toList();
    List<EcsTask.Container> best = answering.isEmpty() ? containers : answering;
    return best.stream().limit(alike ? 1 : best.size()).map(container -> target(estate, task, cluster.get(), context, Optional.of(container))).toList();
  }

  private static Target target(Estate estate, EcsTask task, Arn cluster, ResourceContext context, Optional<EcsTask.Container> container) {
    List<Demand> demands = new ArrayList<>();
    demands.add(demand(task.id(), task.tags().isEmpty() ? context.region(task.id()) : context.of(task.id(), "ecs", task.tags()), task, container));
    SortedMap<String, List<String>> onCluster = estate.inventory().find(EcsCluster.class, cluster).filter(known -> !known.tags().isEmpty())
        .map(known -> context.of(cluster, "ecs", known.tags())).orElseGet(() -> context.region(cluster));
    demands.add(demand(cluster, onCluster, task, container));
    Proof facts = Proof.of(List.of(ServiceRole.fact(task.origin(), "/enableExecuteCommand", "true")));
    return new Target(task.id(), demands, facts, answers(task, container), true, Optional.empty());
  }

  private static Demand demand(Arn on, SortedMap<String, List<String>> known, EcsTask task, Optional<EcsTask.Container> container) {
    known.put("ecs:cluster", List.of(task.clusterArn()));
    known.put("ecs:task", List.of(task.id().text()));
    container.ifPresent(one -> known.put(CONTAINER, List.of(one.name())));
    return new Demand(EXECUTE, on.text(), on.account(), Optional.empty(), known);
  }

  private static List<Requirement> answers(EcsTask task, Optional<EcsTask.Container> container) {
    return container.filter(one -> !one.agent().isEmpty() && !one.agent().equals("RUNNING"))
        .map(one -> new Requirement("ecs:command-agent", "Equals", List.of(task.id().text()), false, "the agent in `" + one.name() + "` answers again"))
        .stream().toList();
  }
}
