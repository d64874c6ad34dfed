package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.StoredSettings;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Parsers of containers: ECS, EKS and the repositories of their images. */
final class ContainerParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("ecs:describe-clusters", "clusters", ContainerParsers::ecsCluster),
          ListParser.of("ecs:describe-services", "services", ContainerParsers::service),
          ListParser.of("ecs:describe-task-definition", "", item -> taskDefinition(item, item.json().path("taskDefinition"))),
          ListParser.of("ecs:describe-tasks", "tasks", ContainerParsers::task),
          ListParser.of("ecs:describe-container-instances", "containerInstances", ContainerParsers::containerInstance),
          ListParser.of("eks:describe-cluster", "", item -> eksCluster(item, item.json().path("cluster"))),
          ListParser.of("eks:describe-access-entry", "", item -> accessEntry(item, item.json().path("accessEntry"))),
          ListParser.of("eks:list-associated-access-policies", "", ContainerParsers::accessPolicies),
          ListParser.of("eks:describe-pod-identity-association", "", item -> podIdentity(item, item.json().path("association"))),
          ListParser.of("eks:describe-nodegroup", "", item -> nodegroup(item, item.json().path("nodegroup"))),
          ListParser.of("eks:describe-fargate-profile", "", item -> fargateProfile(item, item.json().path("fargateProfile"))),
          ListParser.of("ecr:describe-repositories", "repositories", ContainerParsers::repository),
          ListParser.of("ecr:get-repository-policy", "", ContainerParsers::repositoryPolicy));

  private ContainerParsers() {}

  private static Optional<EcsCluster> ecsCluster(Item item) {
    return Arn.find(item.text("clusterArn")).map(arn -> new EcsCluster(item.origin(arn), arn, item.text("status"), Fields.tags(item.json().path("tags"))));
  }

  private static Optional<EcsService> service(Item item) {
    return Arn.find(item.text("serviceArn")).map(arn -> new EcsService(item.origin(arn), arn, item.text("clusterArn"), item.text("taskDefinition"),
        Fields.text(item.json().path("deploymentController"), "type"), item.json().path("enableExecuteCommand").asBoolean(false), item.text("status"),
        Fields.tags(item.json().path("tags"))));
  }

  private static Optional<EcsTaskDefinition> taskDefinition(Item item, JsonNode json) {
    Arn.find(Fields.text(json, "taskDefinitionArn")).ifPresent(arn -> settings(item, arn, json.path("containerDefinitions")));
    return Arn.find(Fields.text(json, "taskDefinitionArn")).map(arn -> new EcsTaskDefinition(item.origin(arn), arn, Fields.text(json, "taskRoleArn"),
        Fields.text(json, "executionRoleArn"), images(json.path("containerDefinitions")), Fields.texts(json.path("requiresCompatibilities")),
        Fields.text(json, "networkMode")));
  }

  /** Whoever may see one container of a definition sees all. */
  private static void settings(Item item, Arn definition, JsonNode containers) {
    Set<String> names = new TreeSet<>();
    Set<String> ids = new TreeSet<>();
    for (JsonNode container : containers) {
      for (JsonNode variable : container.path("environment")) {
        names.add(Fields.text(variable, "name"));
        ids.addAll(Fields.texts(variable.path("value").path("ids")));
      }
    }
    if (!names.isEmpty()) {
      item.inventory().add(StoredSettings.of(item.origin(definition), definition, definition, "/taskDefinition/containerDefinitions", names, ids, ""));
    }
  }

  private static List<EcsTaskDefinition.Image> images(JsonNode containers) {
    List<EcsTaskDefinition.Image> images = new ArrayList<>();
    containers.forEach(container -> images.add(
        new EcsTaskDefinition.Image(Fields.text(container, "image"), Fields.text(container, "versionConsistency").equals("disabled"))));
    return images;
  }

  private static Optional<EcsTask> task(Item item) {
    Arn.find(item.text("taskArn")).filter(arn -> item.text("lastStatus").equals("RUNNING")).ifPresent(arn -> place(item, arn));
    return Arn.find(item.text("taskArn")).map(arn -> new EcsTask(item.origin(arn), arn, item.text("clusterArn"), item.text("taskDefinitionArn"),
        Fields.text(item.json().path("overrides"), "taskRoleArn"), Fields.text(item.json().path("overrides"), "executionRoleArn"),
        item.json().path("enableExecuteCommand").asBoolean(false), item.text("lastStatus"),
        item.text("containerInstanceArn"), item.text("group"), containers(item.json().path("containers")), Fields.tags(item.json().path("tags"))));
  }

  /** A task with a network of its own has one interface; others use their machine's. */
  private static void place(Item item, Arn task) {
    for (JsonNode attachment : item.json().path("attachments")) {
      for (JsonNode detail : attachment.path("details")) {
        if (Fields.text(detail, "name").equals("networkInterfaceId")) {
          item.inventory().add(new VpcPlacement(item.origin(task), task, List.of(), "", List.of(), Fields.text(detail, "value"), VpcPlacement.ANY_PORT, true, false, "/attachments"));
        }
      }
    }
  }

  private static List<EcsTask.Container> containers(JsonNode list) {
    List<EcsTask.Container> containers = new ArrayList<>();
    list.forEach(container -> {
      String agent = "";
      for (JsonNode managed : container.path("managedAgents")) {
        agent = Fields.text(managed, "name").equals("ExecuteCommandAgent") ? Fields.text(managed, "lastStatus") : agent;
      }
      containers.add(new EcsTask.Container(Fields.text(container, "name"), agent));
    });
    return containers;
  }

  private static Optional<EcsContainerInstance> containerInstance(Item item) {
    return Arn.find(item.text("containerInstanceArn"))
        .map(arn -> new EcsContainerInstance(item.origin(arn), arn, item.text("ec2InstanceId"), item.text("status")));
  }

  private static Optional<EksCluster> eksCluster(Item item, JsonNode json) {
    JsonNode network = json.path("resourcesVpcConfig");
    return Arn.find(Fields.text(json, "arn")).map(arn -> new EksCluster(item.origin(arn), arn, Fields.text(json.path("accessConfig"), "authenticationMode"),
        Fields.text(json.path("identity").path("oidc"), "issuer"), Fields.text(json, "roleArn"), Fields.text(json, "status"),
        answersAnybody(network), Fields.tags(json.path("tags"))));
  }

  private static boolean answersAnybody(JsonNode network) {
    List<String> from = Fields.texts(network.path("publicAccessCidrs"));
    return network.path("endpointPublicAccess").asBoolean(true) && (from.isEmpty() || from.contains("0.0.0.0/0"));
  }

  private static Optional<EksAccessEntry> accessEntry(Item item, JsonNode json) {
    return Arn.find(Fields.text(json, "accessEntryArn")).map(arn -> new EksAccessEntry(item.origin(arn), arn, Fields.text(json, "clusterName"),
        Fields.text(json, "principalArn"), Fields.texts(json.path("kubernetesGroups")), Fields.text(json, "type")));
  }

  private static Optional<EksAccessPolicies> accessPolicies(Item item) {
    String cluster = item.text("clusterName");
    String principal = item.text("principalArn");
    if (cluster.isEmpty() || principal.isEmpty()) {
      return Optional.empty();
    }
    List<EksAccessPolicies.Association> policies = new ArrayList<>();
    item.json().path("associatedAccessPolicies").forEach(policy -> policies.add(
        new EksAccessPolicies.Association(Fields.text(policy, "policyArn"), Fields.texts(policy.path("accessScope").path("namespaces")))));
    Arn arn = item.arn("eks", "access-policies/" + cluster + "/" + principal);
    return Optional.of(new EksAccessPolicies(item.origin(arn), arn, cluster, principal, policies));
  }

  private static Optional<EksPodIdentity> podIdentity(Item item, JsonNode json) {
    return Arn.find(Fields.text(json, "associationArn")).map(arn -> new EksPodIdentity(item.origin(arn), arn, Fields.text(json, "clusterName"),
        Fields.text(json, "roleArn"), Fields.text(json, "namespace"), Fields.text(json, "serviceAccount"), !json.path("disableSessionTags").asBoolean(false)));
  }

  private static Optional<EksNodegroup> nodegroup(Item item, JsonNode json) {
    return Arn.find(Fields.text(json, "nodegroupArn")).map(arn -> new EksNodegroup(item.origin(arn), arn, Fields.text(json, "clusterName"),
        Fields.text(json, "nodeRole"), Fields.text(json, "status")));
  }

  private static Optional<EksFargateProfile> fargateProfile(Item item, JsonNode json) {
    return Arn.find(Fields.text(json, "fargateProfileArn")).map(arn -> new EksFargateProfile(item.origin(arn), arn, Fields.text(json, "clusterName"),
        Fields.text(json, "podExecutionRoleArn")));
  }

  private static Optional<EcrRepository> repository(Item item) {
    return Arn.find(item.text("repositoryArn")).map(arn -> new EcrRepository(item.origin(arn), arn, item.text("repositoryUri"),
        item.text("imageTagMutability").startsWith("IMMUTABLE"), Fields.texts(item.json().path("imageTagMutabilityExclusionFilters"), "filter")));
  }

  private static Optional<EcrRepositoryPolicy> repositoryPolicy(Item item) {
    String name = item.text("repositoryName");
    String registry = item.text("registryId");
    Arn here = item.arn("ecr", "repository/" + name);
    Arn arn = registry.isEmpty() ? here : Arn.of("ecr", here.region(), registry, here.resource());
    return name.isEmpty() ? Optional.empty() : item.policies(arn).policy(item.json().path("policyText"), "/policyText", "repository policy")
        .map(policy -> new EcrRepositoryPolicy(item.origin(arn), arn, policy));
  }
}
