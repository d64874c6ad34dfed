package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parsers of what managed services run for their customers. */
final class WorkloadParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("glue:get-jobs", "Jobs", WorkloadParsers::job),
          ListParser.of("glue:get-dev-endpoints", "DevEndpoints", WorkloadParsers::devEndpoint),
          ListParser.of("codebuild:batch-get-projects", "projects", WorkloadParsers::project),
          ListParser.of("cloudformation:describe-stacks", "Stacks", WorkloadParsers::stack),
          ListParser.of("cloudformation:describe-stack-set", "", item -> stackSet(item, item.json().path("StackSet"))),
          ListParser.of("cloudformation:list-stack-instances", "Summaries", WorkloadParsers::stackSetInstance),
          ListParser.of("sagemaker:describe-notebook-instance", "", WorkloadParsers::notebook),
          ListParser.of("apprunner:describe-service", "", WorkloadParsers::service),
          ListParser.of("stepfunctions:describe-state-machine", "", WorkloadParsers::stateMachine),
          ListParser.of("batch:describe-job-definitions", "jobDefinitions", WorkloadParsers::jobDefinition),
          ListParser.of("batch:describe-job-queues", "jobQueues", WorkloadParsers::jobQueue),
          ListParser.of("bedrock-agentcore-control:get-agent-runtime", "", WorkloadParsers::runtime),
          ListParser.of("bedrock-agentcore-control:get-code-interpreter", "", WorkloadParsers::interpreter),
          ListParser.of("bedrock-agentcore-control:get-browser", "", WorkloadParsers::browser));

  private WorkloadParsers() {}

  private static Optional<GlueJob> job(Item item) {
    return named(item, "Name", "glue", "job/").map(arn -> new GlueJob(item.origin(arn), arn, item.text("Role"),
        Fields.text(item.json().path("Command"), "ScriptLocation"), libraries(item.json().path("DefaultArguments")), keys(item.json().path("NonOverridableArguments"))));
  }

  private static Optional<GlueDevEndpoint> devEndpoint(Item item) {
    return named(item, "EndpointName", "glue", "devEndpoint/")
        .map(arn -> new GlueDevEndpoint(item.origin(arn), arn, item.text("RoleArn"), item.text("Status")));
  }

  private static Optional<CodeBuildProject> project(Item item) {
    JsonNode source = item.json().path("source");
    String inS3 = Fields.text(source, "type").equals("S3") ? Fields.text(source, "location") : "";
    boolean batches = !Fields.text(item.json().path("buildBatchConfig"), "serviceRole").isEmpty();
    return Arn.find(item.text("arn")).map(arn -> new CodeBuildProject(item.origin(arn), arn, item.text("serviceRole"), batches, inS3,
        Fields.text(item.json().path("environment"), "image"), Fields.tags(item.json().path("tags"))));
  }

  private static Optional<CloudFormationStack> stack(Item item) {
    return Arn.find(item.text("StackId")).map(arn -> new CloudFormationStack(item.origin(arn), arn, item.text("RoleARN"), item.text("StackStatus"),
        Fields.tags(item.json().path("Tags"))));
  }

  private static Optional<StackSet> stackSet(Item item, JsonNode set) {
    return Arn.find(Fields.text(set, "StackSetARN")).map(arn -> new StackSet(item.origin(arn), arn, Fields.text(set, "StackSetId"),
        !Fields.text(set, "PermissionModel").equals("SERVICE_MANAGED"), Fields.text(set, "Status"), Fields.text(set, "AdministrationRoleARN"), Fields.tags(set.path("Tags"))));
  }

  private static Optional<StackSetInstance> stackSetInstance(Item item) {
    Arn arn = item.arn("cloudformation", "stackset-instance/" + String.join("/", item.text("StackSetId"), item.text("Account"), item.text("Region")));
    return item.text("StackSetId").isEmpty() || item.text("Account").isEmpty() ? Optional.empty()
        : Optional.of(new StackSetInstance(item.origin(arn), arn, item.text("StackSetId"), item.text("Account")));
  }

  private static Optional<SageMakerNotebook> notebook(Item item) {
    return Arn.find(item.text("NotebookInstanceArn"))
        .map(arn -> new SageMakerNotebook(item.origin(arn), arn, item.text("RoleArn"), item.text("NotebookInstanceStatus")));
  }

  private static Optional<AppRunnerService> service(Item item) {
    JsonNode service = item.json().path("Service");
    return Arn.find(Fields.text(service, "ServiceArn")).map(arn -> new AppRunnerService(item.origin(arn), arn,
        Fields.text(service.path("InstanceConfiguration"), "InstanceRoleArn"), Fields.text(service, "Status"),
        Fields.text(service.path("SourceConfiguration").path("ImageRepository"), "ImageIdentifier"),
        service.path("SourceConfiguration").path("AutoDeploymentsEnabled").asBoolean(false)));
  }

  private static Optional<StateMachine> stateMachine(Item item) {
    return Arn.find(item.text("stateMachineArn"))
        .map(arn -> new StateMachine(item.origin(arn), arn, item.text("roleArn"), item.text("type").equals("EXPRESS")));
  }

  private static Optional<BatchJobDefinition> jobDefinition(Item item) {
    boolean usable = item.text("status").equals("ACTIVE") && item.text("type").equals("container") && item.json().has("containerProperties");
    return Arn.find(item.text("jobDefinitionArn")).map(arn -> new BatchJobDefinition(item.origin(arn), arn,
        Fields.text(item.json().path("containerProperties"), "jobRoleArn"), Fields.text(item.json().path("containerProperties"), "image"), usable,
        Fields.tags(item.json().path("tags"))));
  }

  private static Optional<BatchJobQueue> jobQueue(Item item) {
    return Arn.find(item.text("jobQueueArn"))
        .map(arn -> new BatchJobQueue(item.origin(arn), arn, item.text("state").equals("ENABLED"), Fields.tags(item.json().path("tags"))));
  }

  private static Optional<AgentCoreRuntime> runtime(Item item) {
    return Arn.find(item.text("agentRuntimeArn")).map(arn -> new AgentCoreRuntime(item.origin(arn), arn, item.text("roleArn"), item.text("status"),
        item.json().path("authorizerConfiguration").isEmpty()));
  }

  private static Optional<AgentCoreInterpreter> interpreter(Item item) {
    return Arn.find(item.text("codeInterpreterArn"))
        .map(arn -> new AgentCoreInterpreter(item.origin(arn), arn, item.text("executionRoleArn"), item.text("status")));
  }

  private static Optional<AgentCoreBrowser> browser(Item item) {
    return Arn.find(item.text("browserArn"))
        .map(arn -> new AgentCoreBrowser(item.origin(arn), arn, item.text("executionRoleArn"), item.text("status")));
  }

  private static Optional<Arn> named(Item item, String field, String service, String kind) {
    String name = item.text(field);
    return name.isEmpty() ? Optional.empty() : Optional.of(item.arn(service, kind + name));
  }

  /** What a job loads besides its script; of hidden arguments, the addresses in S3 are told apart. */
  private static List<String> libraries(JsonNode arguments) {
    Stream<String> texts = arguments.has("$redacted") ? Fields.texts(arguments.path("ids")).stream()
        : Stream.of("--extra-py-files", "--extra-jars").flatMap(name -> Stream.of(Fields.text(arguments, name).split(",")));
    return texts.map(String::strip).filter(text -> text.startsWith("s3://")).distinct().toList();
  }

  /** Names of arguments, of which the values may have been hidden. */
  private static List<String> keys(JsonNode arguments) {
    return arguments.has("$redacted") ? Fields.texts(arguments.path("names")) : arguments.properties().stream().map(Map.Entry::getKey).toList();
  }
}
