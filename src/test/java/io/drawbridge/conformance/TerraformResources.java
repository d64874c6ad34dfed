package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resources that a set of scenarios names as its Terraform does, in the words of the provider's own answers.
 *
 * <p>What Terraform does not say, and the scenarios take for granted, is said here: instances run, and their agents answer.
 */
final class TerraformResources {

  private static final Pattern ATTRIBUTE = Pattern.compile("\\$\\{([a-z_/0-9]+)}");

  /**
   * How a type is answered.
   *
   * @param body the answer, with the attributes of the resource where {@code ${…}} stands; a path for those within others
   * @param empty what the answer is when there is none; empty for calls about one resource
   */
  private record Answer(String type, String operation, String body, String empty) {}

  private static final List<Answer> ANSWERS =
      List.of(
          new Answer("aws_iam_access_key", "iam:list-access-keys", """
              {"AccessKeyMetadata":[{"UserName":"${user}","AccessKeyId":"${id}","Status":"Active"}]}""", "{\"AccessKeyMetadata\":[]}"),
          new Answer("aws_s3_bucket", "s3:list-buckets", """
              {"Buckets":[{"Name":"${bucket}"}]}""", "{\"Buckets\":[]}"),
          new Answer("aws_lambda_function", "lambda:list-functions", """
              {"Functions":[{"FunctionName":"${function_name}","FunctionArn":"${arn}","Role":"${role}","Runtime":"${runtime}"}]}""", "{\"Functions\":[]}"),
          new Answer("aws_codebuild_project", "codebuild:batch-get-projects", """
              {"projects":[{"name":"${name}","arn":"${arn}","serviceRole":"${service_role}",
              "buildBatchConfig":{"serviceRole":"${build_batch_config/0/service_role}"}}]}""", "{\"projects\":[]}"),
          new Answer("aws_cloudformation_stack", "cloudformation:describe-stacks", """
              {"Stacks":[{"StackName":"${name}","StackId":"${id}","RoleARN":"${iam_role_arn}","StackStatus":"CREATE_COMPLETE"}]}""", "{\"Stacks\":[]}"),
          new Answer("aws_apprunner_service", "apprunner:describe-service", """
              {"Service":{"ServiceArn":"${arn}","Status":"RUNNING",
              "InstanceConfiguration":{"InstanceRoleArn":"${instance_configuration/0/instance_role_arn}"}}}""", ""),
          new Answer("aws_glue_dev_endpoint", "glue:get-dev-endpoints", """
              {"DevEndpoints":[{"EndpointName":"${name}","RoleArn":"${role_arn}","Status":"READY"}]}""", "{\"DevEndpoints\":[]}"),
          new Answer("aws_glue_job", "glue:get-jobs", """
              {"Jobs":[{"Name":"${name}","Role":"${role_arn}"}]}""", "{\"Jobs\":[]}"),
          new Answer("aws_sagemaker_notebook_instance", "sagemaker:describe-notebook-instance", """
              {"NotebookInstanceArn":"${arn}","RoleArn":"${role_arn}","NotebookInstanceStatus":"InService"}""", ""),
          new Answer("aws_ecs_cluster", "ecs:describe-clusters", """
              {"clusters":[{"clusterArn":"${arn}","status":"ACTIVE"}]}""", "{\"clusters\":[]}"),
          new Answer("aws_ecs_task_definition", "ecs:describe-task-definition", """
              {"taskDefinition":{"taskDefinitionArn":"${arn}","taskRoleArn":"${task_role_arn}","executionRoleArn":"${execution_role_arn}",
              "requiresCompatibilities":["${requires_compatibilities/0}"]}}""", ""),
          new Answer("aws_instance", "ec2:describe-instances", """
              {"Reservations":[{"Instances":[{"InstanceId":"${id}","State":{"Name":"running"},"RootDeviceType":"ebs",
              "NetworkInterfaces":[{"NetworkInterfaceId":"eni-${id}","Groups":[{"GroupId":"${vpc_security_group_ids/0}"}]}],
              "IamInstanceProfile":{"Arn":"arn:aws:iam::${account}:instance-profile/${iam_instance_profile}"}}]}]}""", "{\"Reservations\":[]}"),
          new Answer("aws_security_group", "ec2:describe-security-groups", """
              {"SecurityGroups":[{"GroupId":"${id}","IpPermissions":[{"IpProtocol":"${ingress/0/protocol}","FromPort":"${ingress/0/from_port}",
              "ToPort":"${ingress/0/to_port}","IpRanges":[{"CidrIp":"${ingress/0/cidr_blocks/0}"}]}]}]}""", "{\"SecurityGroups\":[]}"),
          new Answer("aws_instance", "ssm:describe-instance-information", """
              {"InstanceInformationList":[{"InstanceId":"${id}","PingStatus":"Online","PlatformType":"Linux"}]}""", "{\"InstanceInformationList\":[]}"),
          new Answer("aws_launch_template", "ec2:describe-launch-templates", """
              {"LaunchTemplates":[{"LaunchTemplateId":"${id}","LaunchTemplateName":"${name}","DefaultVersionNumber":"1","LatestVersionNumber":"1"}]}""",
              "{\"LaunchTemplates\":[]}"),
          new Answer("aws_launch_template", "ec2:describe-launch-template-versions", """
              {"LaunchTemplateVersions":[{"LaunchTemplateId":"${id}","VersionNumber":"1","DefaultVersion":true,
              "LaunchTemplateData":{"IamInstanceProfile":{"Arn":"${iam_instance_profile/0/arn}"}}}]}""", "{\"LaunchTemplateVersions\":[]}"),
          new Answer("aws_autoscaling_group", "autoscaling:describe-auto-scaling-groups", """
              {"AutoScalingGroups":[{"AutoScalingGroupARN":"${arn}","AutoScalingGroupName":"${name}","DesiredCapacity":"${desired_capacity}",
              "MaxSize":"${max_size}","LaunchTemplate":{"LaunchTemplateId":"${launch_template/0/id}","Version":"${launch_template/0/version}"}}]}""",
              "{\"AutoScalingGroups\":[]}"));

  private TerraformResources() {}

  /** The documents of the types that are known here; an account without any was listed as well. */
  static List<Document> documents(String file, Iterable<String> accounts) throws IOException {
    List<Document> documents = new ArrayList<>();
    for (Answer answer : ANSWERS) {
      for (String account : accounts) {
        if (!answer.empty.isEmpty()) {
          documents.add(document(account, answer, answer.empty));
        }
      }
      for (JsonNode resource : Conformance.json(file)) {
        if (resource.path("tfType").asText().equals(answer.type)) {
          documents.add(document(resource.path("account").asText(), answer, filled(answer.body, resource)));
        }
      }
    }
    return documents;
  }

  private static String filled(String body, JsonNode resource) {
    return ATTRIBUTE.matcher(body).replaceAll(match -> Matcher.quoteReplacement(match.group(1).equals("account")
        ? resource.path("account").asText() : resource.path("attributes").at("/" + match.group(1)).asText("")));
  }

  private static Document document(String account, Answer answer, String body) throws IOException {
    String region = answer.operation.startsWith("iam:") || answer.operation.startsWith("s3:") ? "global" : "us-east-1";
    return new Document(Operation.parse(answer.operation), Scope.account(account), region, "", new TreeMap<>(), Conformance.JSON.readTree(body),
        SnapshotId.IN_MEMORY, "conformance");
  }
}
