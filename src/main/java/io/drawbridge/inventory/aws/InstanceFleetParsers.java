package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.CodeDeployGroup.TagFilter;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parsers of what starts instances (launch templates, Auto Scaling) and of what runs code on them (Systems Manager, CodeDeploy). */
final class InstanceFleetParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("ec2:describe-launch-templates", "LaunchTemplates", InstanceFleetParsers::template),
          ListParser.of("ec2:describe-launch-template-versions", "LaunchTemplateVersions", InstanceFleetParsers::version),
          ListParser.of("autoscaling:describe-launch-configurations", "LaunchConfigurations", InstanceFleetParsers::configuration),
          ListParser.of("autoscaling:describe-auto-scaling-groups", "AutoScalingGroups", InstanceFleetParsers::group),
          ListParser.of("ec2:get-serial-console-access-status", "", InstanceFleetParsers::serialConsole),
          ListParser.of("ssm:describe-instance-information", "InstanceInformationList", InstanceFleetParsers::managed),
          ListParser.of("ssm:describe-activations", "ActivationList", InstanceFleetParsers::activation),
          ListParser.of("deploy:get-deployment-group", "", item -> deployment(item, item.json().path("deploymentGroupInfo"))),
          ListParser.of("deploy:batch-get-deployment-groups", "deploymentGroupsInfo", item -> deployment(item, item.json())));

  private InstanceFleetParsers() {}

  private static Optional<Arn> arn(Item item, String service, String prefix, String field) {
    String id = item.text(field);
    return id.isEmpty() ? Optional.empty() : Optional.of(item.arn(service, prefix + id));
  }

  private static Optional<LaunchTemplate> template(Item item) {
    return arn(item, "ec2", "launch-template/", "LaunchTemplateId").map(arn -> new LaunchTemplate(item.origin(arn), arn, item.text("LaunchTemplateName"),
        item.text("DefaultVersionNumber"), item.text("LatestVersionNumber"), Fields.tags(item.json().path("Tags"))));
  }

  private static Optional<LaunchTemplateVersion> version(Item item) {
    JsonNode data = item.json().path("LaunchTemplateData");
    return arn(item, "ec2", "launch-template/", "LaunchTemplateId").map(template -> {
      var arn = new Arn(template.text() + "/version/" + item.text("VersionNumber"));
      return new LaunchTemplateVersion(item.origin(arn), arn, template, item.text("VersionNumber"), item.json().path("DefaultVersion").asBoolean(false),
          either(data.path("IamInstanceProfile"), "Arn", "Name"), Fields.text(data, "ImageId"));
    });
  }

  private static Optional<LaunchConfiguration> configuration(Item item) {
    return Arn.find(item.text("LaunchConfigurationARN")).map(arn ->
        new LaunchConfiguration(item.origin(arn), arn, item.text("LaunchConfigurationName"), item.text("IamInstanceProfile")));
  }

  private static Optional<AutoScalingGroup> group(Item item) {
    JsonNode mixed = item.json().path("MixedInstancesPolicy").path("LaunchTemplate").path("LaunchTemplateSpecification");
    JsonNode template = item.json().has("LaunchTemplate") ? item.json().path("LaunchTemplate") : mixed;
    String version = Fields.text(template, "Version");
    return Arn.find(item.text("AutoScalingGroupARN")).map(arn -> new AutoScalingGroup(item.origin(arn), arn, item.text("AutoScalingGroupName"),
        Fields.text(template, "LaunchTemplateId"), version.isEmpty() ? "$Default" : version, item.text("LaunchConfigurationName"),
        item.json().path("DesiredCapacity").asInt(0), item.json().path("MaxSize").asInt(0), Fields.texts(item.json().path("Instances"), "InstanceId"),
        Fields.tags(item.json().path("Tags"))));
  }

  private static Optional<SerialConsoleAccess> serialConsole(Item item) {
    Arn arn = item.arn("ec2", "serial-console-access");
    return Optional.of(new SerialConsoleAccess(item.origin(arn), arn, item.json().path("SerialConsoleAccessEnabled").asBoolean(false)));
  }

  private static Optional<SsmManagedInstance> managed(Item item) {
    boolean elsewhere = item.text("InstanceId").startsWith("mi-");
    return arn(item, elsewhere ? "ssm" : "ec2", elsewhere ? "managed-instance/" : "instance/", "InstanceId").map(arn -> new SsmManagedInstance(item.origin(arn), arn,
        item.text("PingStatus"), item.text("PlatformType"), roleName(item.text("IamRole")), item.text("ActivationId"),
        new SsmManagedInstance.Host(item.text("ComputerName"), item.text("IPAddress"), item.text("SourceType"), item.text("SourceId")), either(item.json(), "Name", "ComputerName")));
  }

  private static Optional<SsmActivation> activation(Item item) {
    return arn(item, "ssm", "activation/", "ActivationId").map(arn -> new SsmActivation(item.origin(arn), arn, roleName(item.text("IamRole")),
        item.json().path("Expired").asBoolean(false), Fields.tags(item.json().path("Tags"))));
  }

  /** {@code service-role/machines} and an ARN both end in the role's name. */
  private static String roleName(String text) {
    return text.substring(text.lastIndexOf('/') + 1);
  }

  private static Optional<CodeDeployGroup> deployment(Item item, JsonNode info) {
    String application = Fields.text(info, "applicationName");
    String group = Fields.text(info, "deploymentGroupName");
    if (application.isEmpty() || group.isEmpty()) {
      return Optional.empty();
    }
    Arn arn = item.arn("codedeploy", "deploymentgroup:" + application + "/" + group);
    return Optional.of(new CodeDeployGroup(item.origin(arn), arn, application, group, Fields.text(info, "computePlatform"), Fields.text(info, "serviceRoleArn"),
        tagFilters(info), Fields.texts(info.path("autoScalingGroups"), "name")));
  }

  /** Of each set one filter must fit. */
  private static List<List<TagFilter>> tagFilters(JsonNode info) {
    JsonNode sets = info.path("ec2TagSet").path("ec2TagSetList");
    List<JsonNode> all = sets.isEmpty() ? List.of(info.path("ec2TagFilters")) : Stream.of(sets).flatMap(InstanceFleetParsers::items).toList();
    List<List<TagFilter>> read = new ArrayList<>();
    for (JsonNode set : all) {
      read.add(items(set).map(filter -> new TagFilter(Fields.text(filter, "Key"), Fields.text(filter, "Value"), Fields.text(filter, "Type"))).toList());
    }
    return read.stream().filter(set -> !set.isEmpty()).toList();
  }

  private static Stream<JsonNode> items(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items.stream();
  }

  private static String either(JsonNode json, String first, String second) {
    String text = Fields.text(json, first);
    return text.isEmpty() ? Fields.text(json, second) : text;
  }
}
