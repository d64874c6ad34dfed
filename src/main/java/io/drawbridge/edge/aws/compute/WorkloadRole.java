package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AgentCoreBrowser;
import io.drawbridge.inventory.aws.AgentCoreInterpreter;
import io.drawbridge.inventory.aws.AgentCoreRuntime;
import io.drawbridge.inventory.aws.AirflowEnvironment;
import io.drawbridge.inventory.aws.AppRunnerService;
import io.drawbridge.inventory.aws.BatchJobDefinition;
import io.drawbridge.inventory.aws.CloudFormationStack;
import io.drawbridge.inventory.aws.CodeBuildProject;
import io.drawbridge.inventory.aws.GlueDevEndpoint;
import io.drawbridge.inventory.aws.GlueJob;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.SageMakerNotebook;
import io.drawbridge.inventory.aws.StateMachine;
import io.drawbridge.inventory.aws.Workload;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a managed service runs has the credentials of the role that it was given: a row for each service.
 *
 * <p>Sources: the developer guides, under "service role", "execution role", "instance role" or "job role"; which host name each service takes the
 * role under. A service's session lasts twelve hours at most. <b>Not modelled:</b> the execution role of a Batch job and the access role of an App
 * Runner service, which the service uses by itself and no code in it has; security configurations that keep a notebook off its metadata.
 */
public record WorkloadRole<T extends Workload>(Class<T> type, List<Operation> reads, String service) implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("aws-service-role", "takes the credentials of the role that the service runs it under", "T1552",
      "give what the service runs a role of its own with the least it needs");
  private static final Duration LASTS = Duration.ofHours(12);
  private static final String AGENT_CORE = "bedrock-agentcore.amazonaws.com";

  public static final List<WorkloadRole<? extends Workload>> ALL =
      List.of(
          of(GlueJob.class, "glue:get-jobs", "glue.amazonaws.com"),
          of(GlueDevEndpoint.class, "glue:get-dev-endpoints", "glue.amazonaws.com"),
          of(CodeBuildProject.class, "codebuild:batch-get-projects", "codebuild.amazonaws.com"),
          of(CloudFormationStack.class, "cloudformation:describe-stacks", "cloudformation.amazonaws.com"),
          of(SageMakerNotebook.class, "sagemaker:describe-notebook-instance", "sagemaker.amazonaws.com"),
          of(AppRunnerService.class, "apprunner:describe-service", "tasks.apprunner.amazonaws.com"),
          of(AirflowEnvironment.class, "mwaa:get-environment", "airflow-env.amazonaws.com"),
          of(StateMachine.class, "stepfunctions:describe-state-machine", "states.amazonaws.com"),
          of(BatchJobDefinition.class, "batch:describe-job-definitions", "ecs-tasks.amazonaws.com"),
          of(AgentCoreRuntime.class, "bedrock-agentcore-control:get-agent-runtime", AGENT_CORE),
          of(AgentCoreInterpreter.class, "bedrock-agentcore-control:get-code-interpreter", AGENT_CORE),
          of(AgentCoreBrowser.class, "bedrock-agentcore-control:get-browser", AGENT_CORE));

  private static <T extends Workload> WorkloadRole<T> of(Class<T> type, String read, String service) {
    return new WorkloadRole<>(type, List.of(Operation.parse(read), Operation.parse("iam:get-account-authorization-details")), service);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var role = new ServiceRole(service, TECHNIQUE, LASTS);
    for (T workload : estate.inventory().all(type)) {
      if (!workload.role().isEmpty()) {
        var attached = ServiceRole.fact(workload.origin(), workload.rolePointer(), workload.role());
        role.draw(estate, workload.id(), arn(estate, workload), attached, sink);
      }
    }
  }

  private static Arn arn(Estate estate, Workload workload) {
    return Arn.find(workload.role()).orElseGet(() -> estate.view(RoleNames.class, RoleNames::new).arn(workload.id().account(), workload.role()));
  }

  /** Roles by account and name, for services that keep the name alone. */
  private static final class RoleNames {

    private final Map<String, Arn> byName = new HashMap<>();

    RoleNames(Estate estate) {
      estate.inventory().all(IamRole.class).forEach(role -> byName.put(role.id().account() + "/" + role.name(), role.id()));
    }

    /** A role that was not read is taken to have no path. */
    Arn arn(String account, String role) {
      String name = role.substring(role.lastIndexOf('/') + 1);
      return byName.getOrDefault(account + "/" + name, Arn.of("iam", "", account, "role/" + role));
    }
  }
}
