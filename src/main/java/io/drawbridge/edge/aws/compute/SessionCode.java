package io.drawbridge.edge.aws.compute;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.aws.compute.ExistingCompute.Step;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AgentCoreBrowser;
import io.drawbridge.inventory.aws.AgentCoreInterpreter;
import io.drawbridge.inventory.aws.AgentCoreRuntime;
import io.drawbridge.inventory.aws.SageMakerNotebook;
import io.drawbridge.inventory.aws.Workload;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Ways to work on notebooks, agents, code interpreters and browsers that are there.
 *
 * <p>Sources: SageMaker API reference, CreatePresignedNotebookInstanceUrl (of an instance in service) and UpdateNotebookInstance (of a
 * stopped one; a lifecycle configuration runs when it starts); Bedrock AgentCore Developer Guide, "Understanding Credentials Management in
 * Amazon Bedrock AgentCore": a code interpreter, a browser and a runtime hand the credentials of their execution role out at their metadata
 * address, to whatever runs inside. <b>Not modelled:</b> resource policies of AgentCore runtimes, which may let in other accounts; networks
 * that keep callers of a presigned address out; tags, which these listings do not tell, so that conditions on them stay open.
 */
public final class SessionCode {

  private static final Step CONFIGURE = Step.onOther("sagemaker:CreateNotebookInstanceLifecycleConfig", "notebook-instance-lifecycle-config/");
  private static final Step STOP = Step.onIt("sagemaker:StopNotebookInstance");
  private static final Step UPDATE = Step.onIt("sagemaker:UpdateNotebookInstance");
  private static final Step START = Step.onIt("sagemaker:StartNotebookInstance");

  public static final List<ExistingCompute<? extends Workload>> ALL =
      List.of(
          row(SageMakerNotebook.class, "open-notebook", "sagemaker:list-notebook-instances sagemaker:describe-notebook-instance",
              new Technique("sagemaker-004", "opens a notebook by an address that it has signed for it", "T1648",
                  "grant sagemaker:CreatePresignedNotebookInstanceUrl on the caller's own notebooks only"),
              notebook -> notebook.status().equals("InService") ? steps("sagemaker:CreatePresignedNotebookInstanceUrl") : List.of()),
          row(SageMakerNotebook.class, "configure-notebook", "sagemaker:list-notebook-instances sagemaker:describe-notebook-instance",
              new Technique("sagemaker-005", "gives a notebook a script that runs when it starts", "T1037",
                  "grant sagemaker:UpdateNotebookInstance on the caller's own notebooks only"), SessionCode::configure),
          row(AgentCoreInterpreter.class, "use-code-interpreter",
              "bedrock-agentcore-control:list-code-interpreters bedrock-agentcore-control:get-code-interpreter",
              new Technique("bedrock-002", "runs code in a session of a code interpreter", "T1648",
                  "grant bedrock-agentcore:InvokeCodeInterpreter to the agents that need it only"),
              tool -> tool.status().equals("READY") ? steps("bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter") : List.of()),
          row(AgentCoreRuntime.class, "command-agent-runtime", "bedrock-agentcore-control:list-agent-runtimes bedrock-agentcore-control:get-agent-runtime",
              new Technique("x-agentcore-runtimecmd", "runs a command where an agent runs", "T1648",
                  "grant bedrock-agentcore:InvokeAgentRuntimeCommand to nobody who only talks to the agent"),
              runtime -> runtime.asksIam() && runtime.status().equals("READY") ? steps("bedrock-agentcore:InvokeAgentRuntimeCommand") : List.of()),
          row(AgentCoreBrowser.class, "drive-browser", "bedrock-agentcore-control:list-browsers bedrock-agentcore-control:get-browser",
              new Technique("x-agentcore-browser", "drives a browser to its own metadata", "T1552.005",
                  "grant bedrock-agentcore:ConnectBrowserAutomationStream to the agents that need it only"),
              browser -> browser.status().equals("READY")
                  ? steps("bedrock-agentcore:StartBrowserSession", "bedrock-agentcore:ConnectBrowserAutomationStream") : List.of()));

  private SessionCode() {}

  private static List<Step> configure(SageMakerNotebook notebook) {
    return switch (notebook.status()) {
      case "InService" -> List.of(STOP, UPDATE, START, CONFIGURE);
      case "Stopped", "Failed" -> List.of(UPDATE, START, CONFIGURE);
      default -> List.of();
    };
  }

  private static List<Step> steps(String... actions) {
    return Stream.of(actions).map(Step::onIt).toList();
  }

  private static <T extends Workload> ExistingCompute<T> row(Class<T> type, String name, String reads, Technique technique, Function<T, List<Step>> steps) {
    List<Operation> operations = Stream.of(reads.split(" ", -1)).map(Operation::parse).toList();
    return new ExistingCompute<>(ExistingCompute.capability(name, technique, Likelihood.EASY), type, operations, steps, Set.of(), Set.of());
  }
}
