package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.Place.Existing;
import io.drawbridge.edge.aws.Place.New;
import io.drawbridge.edge.aws.Recipient;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.BatchJobQueue;
import io.drawbridge.inventory.aws.EcsCluster;
import io.drawbridge.inventory.aws.EcsContainerInstance;
import io.drawbridge.inventory.aws.EcsService;
import io.drawbridge.inventory.aws.EcsTaskDefinition;
import java.util.List;
import java.util.Map;

/**
 * Ways to run a container under a role.
 *
 * <p>Source: Service Authorization Reference, "for Amazon ECS" (RunTask and StartTask are asked on the task definition, CreateService and
 * UpdateService on the service, with the cluster under {@code ecs:cluster}), "for AWS App Runner"; ECS API reference, UpdateService (a service
 * that CodeDeploy or somebody else deploys takes no other definition by it); ECS Developer Guide, "Task IAM role"; App Runner Developer
 * Guide, "How App Runner works with IAM": the instance role trusts {@code tasks.apprunner.amazonaws.com}; it is passed to {@code
 * apprunner.amazonaws.com}, as AWS's own AWSAppRunnerFullAccess has it. The catalogue lacks the update of a service. <b>Not modelled:</b> that
 * App Runner takes no new customers; the machine that a task is started on ({@code ecs:container-instances} stays a condition); machines
 * under ARNs of the form before 2018, which name no cluster; the cluster of a service that is updated, which stays a condition.
 */
final class PassRoleToContainers {

  private static final Recipient TASKS = Recipient.of("ecs-tasks", "ecs-tasks.amazonaws.com");
  private static final Recipient APP_RUNNER = Recipient.of("apprunner", "tasks.apprunner.amazonaws.com").passedTo("apprunner.amazonaws.com");

  private static final String[] CHOSEN = {"ecs:task-cpu", "ecs:task-memory", "ecs:compute-compatibility", "ecs:privileged", "ecs:capacity-provider",
      "ecs:enable-execute-command", "ecs:enable-ebs-volumes", "ecs:enable-ecs-managed-tags", "ecs:propagate-tags", "ecs:auto-assign-public-ip",
      "ecs:enable-service-connect", "ecs:enable-vpc-lattice"};

  /** Parts of an ARN that names the cluster, too. */
  private static final int LONG = 3;

  private static final int OLD = 0;
  private static final int CLUSTER = 0;
  private static final int DEFINITION = 1;
  private static final int SERVICE = 2;

  private static final Launch NEW_CLUSTER = Launch.start().named("ecs", "cluster/", "ecs:CreateCluster").choosing(CHOSEN);

  private static final Launch OLD_CLUSTER = Launch.start()
      .at(Existing.of("ECS clusters", "ecs:describe-clusters", EcsCluster.class, "ecs:CreateCluster")).choosing(CHOSEN);

  /** Tasks are started on a machine of the cluster, which the request names besides the cluster. */
  private static final Launch MANNED_CLUSTER = Launch.start().at(new Existing("machines of ECS clusters", Operation.parse("ecs:describe-container-instances"),
      EcsContainerInstance.class, PassRoleToContainers::takesTasks, "ecs:RegisterContainerInstance", PassRoleToContainers::clusterOf)).choosing(CHOSEN);

  private static final Existing OLD_DEFINITION =
      Existing.of("task definitions", "ecs:describe-task-definition", EcsTaskDefinition.class, "ecs:RegisterTaskDefinition");

  private static final Existing OLD_SERVICE = new Existing("ECS services", Operation.parse("ecs:describe-services"), EcsService.class,
      resource -> resource instanceof EcsService service && service.takesUpdates(), "ecs:CreateService");

  static final List<PassRole> ALL = List.of(
      PassRole.of("ecs-001", "runs a service of its own under the role on a cluster of its own", "T1610", TASKS, service(NEW_CLUSTER)),
      PassRole.of("ecs-002", "runs a task of its own under the role on a cluster of its own", "T1610", TASKS, task(NEW_CLUSTER, "ecs:RunTask")),
      PassRole.of("ecs-003", "runs a service of its own under the role on a cluster that is there", "T1610", TASKS, service(OLD_CLUSTER)),
      PassRole.of("ecs-004", "runs a task of its own under the role on a cluster that is there", "T1610", TASKS, task(OLD_CLUSTER, "ecs:RunTask")),
      PassRole.of("ecs-005", "starts a task of its own under the role on a machine that is there", "T1610", TASKS, task(MANNED_CLUSTER, "ecs:StartTask")),
      PassRole.of("ecs-007", "starts a task that is there, with the role and commands of its choice, on a machine of its own", "T1610", TASKS,
          overriding(OLD_CLUSTER, "ecs:StartTask").on(CLUSTER, Map.of(), "ecs:RegisterContainerInstance")),
      PassRole.of("ecs-008", "runs a task that is there with the role and commands of its choice", "T1610", TASKS, overriding(OLD_CLUSTER, "ecs:RunTask")),
      PassRole.of("ecs-009", "starts a task that is there, with the role and commands of its choice, on a machine that is there", "T1610", TASKS,
          overriding(MANNED_CLUSTER, "ecs:StartTask")),
      PassRole.of("aws-ecs-update-service", "has a service that is there run a definition of its own under the role", "T1610", TASKS,
          definition(Launch.start().at(OLD_SERVICE).choosing(CHOSEN)).on(OLD, Map.of("ecs:task-definition", "$" + DEFINITION), "ecs:UpdateService")),
      PassRole.of("batch-001", "submits a job of its own under the role", "T1610", TASKS,
          Launch.start().named("batch", "job-definition/", "batch:RegisterJobDefinition", "batch:SubmitJob").unnamed("batch", "job/", "batch:SubmitJob")
              .at(Existing.of("job queues", "batch:describe-job-queues", BatchJobQueue.class, ""), "batch:SubmitJob")
              .choosing("batch:image", "batch:user", "batch:privileged", "batch:logdriver")),
      PassRole.of("apprunner-001", "runs a container of its own under the role with App Runner", "T1610", APP_RUNNER,
          Launch.start().named("apprunner", "service/", "apprunner:CreateService")));

  private PassRoleToContainers() {}

  private static Launch definition(Launch begun) {
    return begun.named("ecs", "task-definition/", "ecs:RegisterTaskDefinition");
  }

  private static Launch task(Launch begun, String action) {
    return definition(begun).on(DEFINITION, Map.of("ecs:cluster", "$" + CLUSTER), action);
  }

  /** A run of a task may name another role and another command than the definition's. */
  private static Launch overriding(Launch begun, String action) {
    return begun.at(OLD_DEFINITION).on(DEFINITION, Map.of("ecs:cluster", "$" + CLUSTER), action);
  }

  private static boolean takesTasks(Resource resource) {
    return resource instanceof EcsContainerInstance machine && machine.isPart() && machine.id().resource().split("/", -1).length == LONG;
  }

  private static Arn clusterOf(Arn machine) {
    return Arn.of("ecs", machine.region(), machine.account(), "cluster/" + machine.resource().split("/", -1)[1]);
  }

  private static Launch service(Launch begun) {
    return definition(begun).at(new New("ecs", "service/%s/", true, CLUSTER))
        .on(SERVICE, Map.of("ecs:cluster", "$" + CLUSTER, "ecs:task-definition", "$" + DEFINITION), "ecs:CreateService");
  }
}
