package io.drawbridge.edge.aws.compute;

import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.Launch.Ask;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.PassableRoles;
import io.drawbridge.edge.aws.Place;
import io.drawbridge.edge.aws.Place.Existing;
import io.drawbridge.edge.aws.Place.New;
import io.drawbridge.edge.aws.Place.Public;
import io.drawbridge.edge.aws.Recipient;
import io.drawbridge.edge.aws.Recipient.Held;
import io.drawbridge.inventory.aws.AutoScalingGroup;
import io.drawbridge.inventory.aws.IamRole;
import java.util.List;
import java.util.Map;

/**
 * Ways to start an EC2 instance under a role, directly or through a service that starts instances for its customers.
 *
 * <p>Source: Service Authorization Reference, "for Amazon EC2" (RunInstances requires image, instance, network interface, security group,
 * subnet and volume), "for Amazon EC2 Auto Scaling", "for Amazon EC2 Image Builder", "for Amazon EMR", "for AWS Data Pipeline"; EMR Management
 * Guide, "Configure IAM service roles" and Data Pipeline Developer Guide, "IAM roles": each takes a role for itself besides the one of
 * the instances. Where the catalogue names the service's own role as gained, the instances' role is. <b>Not modelled:</b> an instance that
 * takes an existing network interface; that accounts of 2024 and later have no launch configurations, and that Data Pipeline is closed
 * to those who never used it.
 */
final class PassRoleToInstances {

  static final Recipient EC2 = Recipient.of("ec2", "ec2.amazonaws.com").held(Held.IN_PROFILE);
  private static final Recipient EC2_IN_NEW_PROFILE = Recipient.of("ec2", "ec2.amazonaws.com").held(Held.IN_NO_PROFILE);

  private static final String[] CHOSEN = {"ec2:instancetype", "ec2:tenancy", "ec2:ebsoptimized", "ec2:encrypted", "ec2:volumesize", "ec2:volumetype",
      "ec2:metadatahttptokens", "ec2:metadatahttpendpoint", "ec2:metadatahttpputresponsehoplimit", "ec2:instancemarkettype"};
  private static final String RUN = "ec2:RunInstances";
  private static final int INSTANCE = 0;

  private static final String PROFILE = "ec2:instanceprofile";

  private static final Launch RUN_INSTANCE = run(start("instance/").on(INSTANCE, Map.of(PROFILE, Ask.OPEN), RUN));

  private static final Launch RUN_WITHOUT_PROFILE =
      run(start("instance/").on(INSTANCE, Map.of(PROFILE, ""), RUN, "ec2:AssociateIamInstanceProfile"));

  private static final Launch REQUEST_SPOT = around(start("spot-instances-request/").on(0, Map.of(), "ec2:RequestSpotInstances"), "ec2:RequestSpotInstances");

  private static final Launch NEW_PROFILE = RUN_INSTANCE.named("iam", "instance-profile/", "iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile");

  /** The service's own part of a name: policies leave it open. */
  private static final String MADE = "00000000-0000-0000-0000-000000000000";
  private static final String CONFIGURATION = "launchConfiguration:" + MADE + ":launchConfigurationName/";

  private static final String[] GROUP_CHOSEN = {"autoscaling:imageid", "autoscaling:instancetype", "autoscaling:instancetypes", "autoscaling:maxsize", "autoscaling:minsize",
      "autoscaling:metadatahttptokens", "autoscaling:metadatahttpendpoint", "autoscaling:metadatahttpputresponsehoplimit", "autoscaling:spotprice"};

  private static final Launch GROUP = Launch.start()
      .named("autoscaling", CONFIGURATION, "autoscaling:CreateLaunchConfiguration")
      .named("autoscaling", "autoScalingGroup:" + MADE + ":autoScalingGroupName/", "autoscaling:CreateAutoScalingGroup")
      .choosing(GROUP_CHOSEN);

  private static final Existing A_GROUP =
      Existing.of("Auto Scaling groups", "autoscaling:describe-auto-scaling-groups", AutoScalingGroup.class, "autoscaling:CreateAutoScalingGroup");
  private static final String UPDATE_GROUP = "autoscaling:UpdateAutoScalingGroup";
  private static final String VERSION_SAID = "autoscaling:launchtemplateversionspecified";

  /** The group is there, and so is its service's linked role. */
  private static final Launch GROUP_UPDATED = Launch.start().at(A_GROUP).on(0, Map.of(VERSION_SAID, ""), UPDATE_GROUP)
      .named("autoscaling", CONFIGURATION, "autoscaling:CreateLaunchConfiguration").choosing(GROUP_CHOSEN).choosing("autoscaling:launchconfigurationname");

  private static final int TEMPLATE = RUN_INSTANCE.places().size();

  /** Who gives a group a template is asked whether it may run instances from it. */
  private static final Launch GROUP_UPDATED_BY_TEMPLATE = RUN_INSTANCE.unnamed("ec2", "launch-template/", "ec2:CreateLaunchTemplate")
      .on(TEMPLATE, Map.of(PROFILE, ""), RUN).at(A_GROUP).on(TEMPLATE + 1, Map.of(VERSION_SAID, "true", "autoscaling:launchconfigurationname", ""), UPDATE_GROUP)
      .choosing(GROUP_CHOSEN);

  private static final Launch IMAGE = Launch.start()
      .named("imagebuilder", "component/", "imagebuilder:CreateComponent")
      .named("imagebuilder", "image-recipe/", "imagebuilder:CreateImageRecipe")
      .named("imagebuilder", "infrastructure-configuration/", "imagebuilder:CreateInfrastructureConfiguration")
      .named("imagebuilder", "image/", "imagebuilder:CreateImage")
      .choosing("imagebuilder:ec2metadatahttptokens", "imagebuilder:createdresourcetag/", "imagebuilder:createdresourcetagkeys");

  private static final Launch CLUSTER = withServiceRole(Launch.start().whole("elasticmapreduce:RunJobFlow").choosing("elasticmapreduce:requesttag/"),
      "elasticmapreduce.amazonaws.com");

  private static final Launch PIPELINE = withServiceRole(
      Launch.start().whole("datapipeline:CreatePipeline").unnamed("datapipeline", "pipeline/", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"),
      "datapipeline.amazonaws.com");

  static final List<PassRole> ALL = List.of(
      PassRole.of("ec2-001", "starts an instance under the role", "T1578.002", EC2, RUN_INSTANCE),
      PassRole.of("ec2-003", "bids for a spot instance under the role", "T1578.002", EC2, REQUEST_SPOT),
      PassRole.of("x-ec2-associate-profile", "starts an instance without a role and gives it one afterwards", "T1578.002", EC2, RUN_WITHOUT_PROFILE),
      PassRole.of("x-ec2-newprofile", "makes an instance profile for the role and starts an instance with it", "T1578.002", EC2_IN_NEW_PROFILE, NEW_PROFILE),
      PassRole.of("x-autoscaling-create", "starts an Auto Scaling group of its own under the role", "T1578.002", EC2,
          withLinkedRole(GROUP, "autoscaling.amazonaws.com"), makingLinkedRole(GROUP, "autoscaling.amazonaws.com")),
      PassRole.of("x-autoscaling-update", "gives an Auto Scaling group what starts instances under the role", "T1578", EC2, GROUP_UPDATED, GROUP_UPDATED_BY_TEMPLATE),
      PassRole.of("imagebuilder-001", "builds an image on an instance under the role", "T1578.002", EC2,
          withLinkedRole(IMAGE, "imagebuilder.amazonaws.com"), makingLinkedRole(IMAGE, "imagebuilder.amazonaws.com")),
      PassRole.of("emr-001", "starts an EMR cluster whose nodes have the role", "T1578.002", EC2, CLUSTER),
      PassRole.of("datapipeline-001", "has a pipeline run commands on an instance under the role", "T1578.002", EC2, PIPELINE));

  private PassRoleToInstances() {}

  private static Launch start(String kind) {
    return Launch.start().unnamed("ec2", kind).choosing(CHOSEN);
  }

  private static Launch run(Launch begun) {
    return around(other(other(begun, new New("ec2", "network-interface/", false, New.NOWHERE), RUN), new New("ec2", "volume/", false, New.NOWHERE), RUN), RUN);
  }

  private static Launch around(Launch begun, String action) {
    Launch imaged = other(begun, new Public("ec2", "image/"), action);
    return other(other(imaged, new New("ec2", "security-group/", true, New.NOWHERE), action), new New("ec2", "subnet/", true, New.NOWHERE), action);
  }

  /** Only the instance itself has a profile to ask for. */
  private static Launch other(Launch launch, Place place, String action) {
    return launch.at(place).on(launch.places().size(), Map.of(PROFILE, ""), action);
  }

  /** A role of the account that is passed to the service itself. */
  private static Launch withServiceRole(Launch launch, String service) {
    var role = new Existing("roles for " + service, PassRole.ROLES, IamRole.class, resource -> resource instanceof IamRole one && PassableRoles.names(one, service), "");
    return launch.at(role).on(launch.places().size(), Map.of("iam:passedtoservice", service), "iam:PassRole");
  }

  /** The service's linked role is there. */
  private static Launch withLinkedRole(Launch launch, String service) {
    return launch.at(new Existing("linked roles of " + service, PassRole.ROLES, IamRole.class,
        resource -> resource instanceof IamRole role && role.id().resource().startsWith("role/aws-service-role/" + service + "/"), ""));
  }

  /** The caller has the service's linked role made. */
  private static Launch makingLinkedRole(Launch launch, String service) {
    return launch.at(new New("iam", "role/aws-service-role/" + service + "/", true, New.NOWHERE))
        .on(launch.places().size(), Map.of("iam:awsservicename", service), "iam:CreateServiceLinkedRole");
  }
}
