package io.drawbridge.edge.aws.compute;

import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.NewNames;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.Place.Existing;
import io.drawbridge.edge.aws.Place.Fixed;
import io.drawbridge.edge.aws.Recipient;
import io.drawbridge.inventory.aws.GlueJob;
import java.util.List;
import java.util.Map;

/**
 * Ways to run one's own code under a role in a service for data, models, games or experiments.
 *
 * <p>Source: Service Authorization Reference, "for AWS Glue" (CreateDevEndpoint names no resource), "for Amazon SageMaker AI", "for Amazon
 * Bedrock AgentCore", "for Amazon Braket" (CreateJob is asked on the device, which belongs to no account, and on the job), "for Amazon EMR
 * Serverless", "for Amazon Managed Service for Apache Flink", "for AWS HealthOmics", "for Amazon GameLift". A notebook is of use only to who
 * opens it or gives it a script to start with; the catalogue asks for neither. <b>Not modelled:</b> that the role can read the code from
 * the bucket or registry that the caller keeps it in.
 */
final class PassRoleToAnalytics {

  private static final Recipient GLUE = Recipient.of("glue", "glue.amazonaws.com");
  private static final Recipient SAGEMAKER = Recipient.of("sagemaker", "sagemaker.amazonaws.com");
  private static final Recipient AGENTCORE = Recipient.of("bedrock-agentcore", "bedrock-agentcore.amazonaws.com");

  private static final String[] GLUE_CHOSEN = {"glue:vpcids", "glue:subnetids", "glue:securitygroupids"};
  private static final String[] SAGEMAKER_CHOSEN = {"sagemaker:instancetypes", "sagemaker:directinternetaccess", "sagemaker:rootaccess",
      "sagemaker:networkisolation", "sagemaker:intercontainertrafficencryption", "sagemaker:maxruntimeinseconds", "sagemaker:vpcsubnets",
      "sagemaker:vpcsecuritygroupids", "sagemaker:volumekmskeyarn", "sagemaker:outputkmskeyarn", "sagemaker:minimuminstancemetadataserviceversion"};
  private static final String[] AGENT_CHOSEN = {"bedrock-agentcore:subnets", "bedrock-agentcore:securitygroups", "bedrock-agentcore:runtimeauthorizertype"};

  private static final Launch NOTEBOOK = Launch.start().named("sagemaker", "notebook-instance/", "sagemaker:CreateNotebookInstance").choosing(SAGEMAKER_CHOSEN);

  private static final int RUNTIME = 0;

  static final List<PassRole> ALL = List.of(
      PassRole.of("glue-001", "opens a development endpoint under the role", "T1648", GLUE, Launch.start().whole("glue:CreateDevEndpoint")),
      PassRole.of("glue-003", "makes and runs a job under the role", "T1648", GLUE, job("glue:StartJobRun")),
      PassRole.of("glue-004", "makes a job under the role and a trigger that starts it", "T1648", GLUE, job().named("glue", "trigger/", "glue:CreateTrigger")),
      PassRole.of("glue-005", "puts the role and its own code into a job that is there, and runs it", "T1648", GLUE, existingJob("glue:StartJobRun")),
      PassRole.of("glue-006", "puts the role and its own code into a job that is there, and has a trigger start it", "T1648", GLUE,
          existingJob().named("glue", "trigger/", "glue:CreateTrigger")),
      PassRole.of("glue-007", "runs statements in an interactive session under the role", "T1648", GLUE,
          Launch.start().named("glue", "session/", "glue:CreateSession", "glue:RunStatement").choosing(GLUE_CHOSEN)),
      PassRole.of("sagemaker-001", "opens a notebook under the role", "T1648", SAGEMAKER, NOTEBOOK.on(0, Map.of(), "sagemaker:CreatePresignedNotebookInstanceUrl"),
          NOTEBOOK.named("sagemaker", "notebook-instance-lifecycle-config/", "sagemaker:CreateNotebookInstanceLifecycleConfig")),
      PassRole.of("sagemaker-002", "runs a training job of its own under the role", "T1648", SAGEMAKER,
          Launch.start().named("sagemaker", "training-job/", "sagemaker:CreateTrainingJob").choosing(SAGEMAKER_CHOSEN)),
      PassRole.of("sagemaker-003", "runs a processing job of its own under the role", "T1648", SAGEMAKER,
          Launch.start().named("sagemaker", "processing-job/", "sagemaker:CreateProcessingJob").choosing(SAGEMAKER_CHOSEN)),
      PassRole.of("bedrock-001", "runs code in an interpreter of its own under the role", "T1648", AGENTCORE,
          Launch.start().whole("bedrock-agentcore:CreateCodeInterpreter").choosing(AGENT_CHOSEN).unnamed("bedrock-agentcore", "code-interpreter-custom/",
              "bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter")),
      PassRole.of("x-agentcore-newruntime", "runs an agent of its own under the role", "T1648", AGENTCORE,
          invoked(runtime(), "bedrock-agentcore:InvokeAgentRuntimeCommand"), invoked(runtime(), "bedrock-agentcore:InvokeAgentRuntime")),
      PassRole.of("x-agentcore-newharness", "runs an agent's harness of its own under the role", "T1648", AGENTCORE,
          invoked(runtime().whole("bedrock-agentcore:CreateHarness").on(RUNTIME, Map.of(), "bedrock-agentcore:GetAgentRuntime"),
              "bedrock-agentcore:InvokeAgentRuntimeCommand")),
      PassRole.of("x-agentcore-newbrowser", "drives a browser of its own under the role", "T1648", AGENTCORE,
          Launch.start().whole("bedrock-agentcore:CreateBrowser", "bedrock-agentcore:ConnectBrowserAutomationStream").choosing(AGENT_CHOSEN)
              .unnamed("bedrock-agentcore", "browser-custom/", "bedrock-agentcore:StartBrowserSession")),
      PassRole.of("braket-001", "runs a hybrid job of its own under the role", "T1648", Recipient.of("braket", "braket.amazonaws.com"),
          Launch.start().named("braket", "job/", "braket:CreateJob").at(new Fixed("braket", "device/quantum-simulator/amazon/sv1", false), "braket:CreateJob")),
      PassRole.of("emrserverless-001", "runs a job of its own under the role without servers", "T1648", Recipient.of("emr-serverless", "emr-serverless.amazonaws.com"),
          Launch.start().whole("emr-serverless:CreateApplication").unnamed("emr-serverless", "/applications/", "emr-serverless:StartJobRun")),
      PassRole.of("kinesisanalytics-001", "runs a streaming application of its own under the role", "T1648",
          Recipient.of("kinesisanalytics", "kinesisanalytics.amazonaws.com"),
          Launch.start().whole("kinesisanalytics:CreateApplication").named("kinesisanalytics", "application/", "kinesisanalytics:StartApplication")),
      PassRole.of("omics-001", "runs a workflow of its own under the role", "T1648", Recipient.of("omics", "omics.amazonaws.com"),
          Launch.start().whole("omics:CreateWorkflow").unnamed("omics", "run/", "omics:StartRun").unnamed("omics", "workflow/", "omics:StartRun")),
      PassRole.of("gamelift-001", "runs a game server of its own under the role", "T1648", Recipient.of("gamelift", "gamelift.amazonaws.com"),
          Launch.start().whole("gamelift:CreateBuild", "gamelift:CreateFleet").unnamed("gamelift", "build/", "gamelift:RequestUploadCredentials")));

  private PassRoleToAnalytics() {}

  private static Launch job(String... start) {
    return Launch.start().named("glue", "job/", "glue:CreateJob").on(0, Map.of(), start).choosing(GLUE_CHOSEN);
  }

  private static Launch existingJob(String... start) {
    return Launch.start().at(Existing.of("Glue jobs", "glue:get-jobs", GlueJob.class, "glue:CreateJob"), "glue:UpdateJob").on(0, Map.of(), start)
        .choosing(GLUE_CHOSEN);
  }

  /** Making a runtime makes its default endpoint and the identity of its workload. */
  private static Launch runtime() {
    return Launch.start().unnamed("bedrock-agentcore", "runtime/", "bedrock-agentcore:CreateAgentRuntimeEndpoint").whole("bedrock-agentcore:CreateAgentRuntime")
        .at(new Fixed("bedrock-agentcore", "workload-identity-directory/default", true), "bedrock-agentcore:CreateWorkloadIdentity")
        .named("bedrock-agentcore", "workload-identity-directory/default/workload-identity/", "bedrock-agentcore:CreateWorkloadIdentity").choosing(AGENT_CHOSEN);
  }

  private static Launch invoked(Launch made, String action) {
    return made.on(RUNTIME, Map.of(), action)
        .at(new Fixed("bedrock-agentcore", "runtime/" + NewNames.NEW + "/runtime-endpoint/DEFAULT", true), action);
  }
}
