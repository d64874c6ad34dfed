package io.drawbridge.edge.aws.compute;

import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.Place.Existing;
import io.drawbridge.edge.aws.Recipient;
import io.drawbridge.inventory.aws.CloudFormationStack;
import io.drawbridge.inventory.aws.CodeBuildProject;
import java.util.List;
import java.util.Map;

/**
 * Ways to have a service build, deploy or orchestrate under a role what the caller writes down.
 *
 * <p>Source: Service Authorization Reference, "for AWS CloudFormation", "for AWS CodeBuild", "for AWS Systems Manager"
 * (StartAutomationExecution is asked on the document and on the execution), "for AWS Step Functions", "for Amazon EventBridge Scheduler", whose
 * universal targets call any API. <b>Not modelled:</b> condition keys that hold the passed role ({@code cloudformation:RoleArn}, {@code
 * codebuild:serviceRole}), which stay conditions; EventBridge rules and pipes, whose role does for its targets only what each needs.
 */
final class PassRoleToBuilds {

  private static final String[] BUILD_CHOSEN = {"codebuild:source", "codebuild:source.buildspec", "codebuild:source.location", "codebuild:environment",
      "codebuild:environment.image", "codebuild:environment.type", "codebuild:environment.computetype", "codebuild:environment.privilegedmode", "codebuild:artifacts",
      "codebuild:artifacts.location", "codebuild:vpcconfig", "codebuild:vpcconfig.vpcid", "codebuild:vpcconfig.subnets", "codebuild:vpcconfig.securitygroupids",
      "codebuild:logsconfig", "codebuild:cache"};

  private static final Recipient CODEBUILD = Recipient.of("codebuild", "codebuild.amazonaws.com");
  private static final Recipient CLOUDFORMATION = Recipient.of("cloudformation", "cloudformation.amazonaws.com");

  static final List<PassRole> ALL = List.of(
      PassRole.of("codebuild-001", "makes a build project under the role and starts a build", "T1648", CODEBUILD, project("codebuild:StartBuild")),
      PassRole.of("codebuild-004", "makes a build project under the role and starts a batch of builds", "T1648", CODEBUILD, project("codebuild:StartBuildBatch")),
      PassRole.of("x-codebuild-update", "puts the role and its own commands into a project that is there, and builds it", "T1648", CODEBUILD,
          existingProject("codebuild:StartBuild"), existingProject("codebuild:StartBuildBatch")),
      PassRole.of("x-cfn-update-passrole", "has a stack that is there deployed anew under the role", "T1648", CLOUDFORMATION,
          Launch.start().at(Existing.of("stacks", "cloudformation:describe-stacks", CloudFormationStack.class, "cloudformation:CreateStack"), "cloudformation:UpdateStack")
              .choosing("cloudformation:resourcetypes", "cloudformation:templateurl", "cloudformation:stackpolicyurl")),
      PassRole.of("cloudformation-001", "has a stack of its own deployed under the role", "T1648", CLOUDFORMATION,
          Launch.start().named("cloudformation", "stack/", "cloudformation:CreateStack")
              .choosing("cloudformation:resourcetypes", "cloudformation:templateurl", "cloudformation:stackpolicyurl")),
      PassRole.of("ssm-003", "runs an automation of its own under the role", "T1648", Recipient.of("ssm", "ssm.amazonaws.com"),
          Launch.start().named("ssm", "document/", "ssm:CreateDocument", "ssm:StartAutomationExecution")
              .unnamed("ssm", "automation-execution/", "ssm:StartAutomationExecution").choosing("ssm:documenttype", "ssm:documentversion")),
      PassRole.of("stepfunctions-001", "runs a state machine of its own under the role", "T1648", Recipient.of("states", "states.amazonaws.com"),
          Launch.start().named("states", "stateMachine:", "states:CreateStateMachine", "states:StartExecution")),
      PassRole.of("scheduler-001", "schedules any call of AWS under the role", "T1648", Recipient.of("scheduler", "scheduler.amazonaws.com"),
          Launch.start().named("scheduler", "schedule/", "scheduler:CreateSchedule")));

  private PassRoleToBuilds() {}

  private static Launch existingProject(String start) {
    return Launch.start().at(Existing.of("build projects", "codebuild:batch-get-projects", CodeBuildProject.class, "codebuild:CreateProject"), "codebuild:UpdateProject")
        .on(0, Map.of(), start).choosing(BUILD_CHOSEN);
  }

  private static Launch project(String start) {
    return Launch.start().named("codebuild", "project/", "codebuild:CreateProject").on(0, Map.of(), start).choosing(BUILD_CHOSEN);
  }
}
