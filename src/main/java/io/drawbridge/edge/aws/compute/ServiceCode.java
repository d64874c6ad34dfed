package io.drawbridge.edge.aws.compute;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.aws.compute.ExistingCompute.Step;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AppRunnerService;
import io.drawbridge.inventory.aws.CloudFormationStack;
import io.drawbridge.inventory.aws.CodeBuildProject;
import io.drawbridge.inventory.aws.GlueDevEndpoint;
import io.drawbridge.inventory.aws.GlueJob;
import io.drawbridge.inventory.aws.StateMachine;
import io.drawbridge.inventory.aws.Workload;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Ways to run code on builds, jobs, stacks, services and state machines that are there.
 *
 * <p>Sources: CodeBuild API reference, StartBuild and StartBuildBatch (the caller may send its own build specification; a batch needs a
 * project that is set up for batches, or a role that is passed); Glue Developer Guide, "Using job parameters in AWS Glue jobs" (the
 * arguments of a run override the job's, script and libraries included, except those that are fixed) and UpdateDevEndpoint (public keys and
 * libraries); CloudFormation User Guide, "CloudFormation service role" (a stack keeps its role, and operations on it need not pass it
 * again), "Choose how to handle failures when provisioning resources" (a stack whose making or update failed and was left as it is takes an
 * update) and "Continue rolling back an update" (one whose rollback failed takes none before that is done); App Runner API reference,
 * UpdateService; Step Functions API reference, UpdateStateMachine (definition or role: who leaves the role out keeps it). <b>Not
 * modelled:</b> what a stack or a state machine cannot do with its role, since it takes templates and states instead of programs; stack
 * policies, which protect what is in a stack and not what is added to it.
 */
public final class ServiceCode {

  /** Stacks in these states take no update. */
  private static final Set<String> STUCK = Set.of("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "ROLLBACK_IN_PROGRESS", "REVIEW_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED");

  /** Either of them, left to the caller, names code of the caller's. */
  private static final Set<String> CODE_ARGUMENTS = Set.of("--scriptLocation", "--extra-py-files", "--extra-jars");

  public static final List<ExistingCompute<? extends Workload>> ALL =
      List.of(
          row(CodeBuildProject.class, "start-build", "codebuild:batch-get-projects", new Technique("codebuild-002",
              "starts a build with commands of its own", "T1648", "deny codebuild:StartBuild where the request overrides the build specification"),
              project -> steps("codebuild:StartBuild")),
          row(CodeBuildProject.class, "start-build-batch", "codebuild:batch-get-projects", new Technique("codebuild-003",
              "starts a batch of builds with commands of its own", "T1648", "grant codebuild:StartBuildBatch to the project's pipeline only"),
              project -> project.batches() ? steps("codebuild:StartBuildBatch") : List.of()),
          row(GlueJob.class, "start-job-run", "glue:get-jobs", new Technique("aws-glue-job-arguments",
              "runs a job with a script or library of its own", "T1648", "make the script and library arguments of jobs ones that a run cannot override"),
              job -> job.fixedArguments().containsAll(CODE_ARGUMENTS) ? List.of() : steps("glue:StartJobRun")),
          row(GlueDevEndpoint.class, "update-dev-endpoint", "glue:get-dev-endpoints", new Technique("glue-002",
              "adds its own key to a development endpoint", "T1098.004", "delete development endpoints, which interactive sessions replace"),
              endpoint -> endpoint.status().equals("READY") ? steps("glue:UpdateDevEndpoint") : List.of()),
          stack("update-stack", new Technique("cloudformation-002", "updates a stack whose role makes what the template says", "T1578",
              "grant cloudformation:UpdateStack on stacks with a role to their pipeline only"), "cloudformation:UpdateStack"),
          stack("change-stack", new Technique("cloudformation-005", "changes a stack by a change set, under the stack's role", "T1578",
              "grant cloudformation:ExecuteChangeSet on stacks with a role to their pipeline only"),
              "cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"),
          row(AppRunnerService.class, "update-service", "apprunner:list-services apprunner:describe-service", new Technique("apprunner-002",
              "gives a service an image or a start command of its own", "T1648", "grant apprunner:UpdateService to the service's pipeline only"),
              service -> service.status().equals("RUNNING") ? steps("apprunner:UpdateService") : List.of()),
          row(StateMachine.class, "update-and-start-state-machine", "stepfunctions:list-state-machines stepfunctions:describe-state-machine", new Technique("stepfunctions-002",
              "rewrites a state machine and starts it", "T1648", "grant states:UpdateStateMachine to the machine's pipeline only"),
              machine -> steps("states:UpdateStateMachine", "states:StartExecution")));

  private ServiceCode() {}

  private static List<Step> steps(String... actions) {
    return Stream.of(actions).map(Step::onIt).toList();
  }

  private static <T extends Workload> ExistingCompute<T> row(Class<T> type, String name, String reads, Technique technique, Function<T, List<Step>> steps) {
    return new ExistingCompute<>(ExistingCompute.capability(name, technique, Likelihood.EASY), type,
        Stream.of(reads.split(" ")).map(Operation::parse).toList(), steps, Set.of(), Set.of());
  }

  /** Only a stack with a role gives more than its caller has. */
  private static ExistingCompute<CloudFormationStack> stack(String name, Technique technique, String... actions) {
    return new ExistingCompute<>(ExistingCompute.capability(name, technique, Likelihood.EASY), CloudFormationStack.class,
        List.of(Operation.parse("cloudformation:describe-stacks")),
        stack -> stack.role().isEmpty() || STUCK.contains(stack.status()) || stack.status().startsWith("DELETE") ? List.of() : steps(actions),
        Set.of("cloudformation:changesetname"), Set.of("cloudformation:rolearn"));
  }
}
