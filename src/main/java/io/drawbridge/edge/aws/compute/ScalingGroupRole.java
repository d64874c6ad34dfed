package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.AutoScalingGroup;
import io.drawbridge.inventory.aws.InstanceProfile;
import io.drawbridge.inventory.aws.LaunchConfiguration;
import io.drawbridge.inventory.aws.LaunchTemplateVersion;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Code on what an Auto Scaling group will start has the credentials of the role in the instance profile that its template or launch
 * configuration names.
 *
 * <p>Source: Auto Scaling User Guide, "IAM role for applications that run on Amazon EC2 instances". A template names the profile by its ARN or by its
 * name. <b>Not modelled:</b> templates of a group's overrides; a metadata service that the template turns off, which who writes
 * the template turns on.
 */
final class ScalingGroupRole implements EdgeRule {

  private static final ServiceRole ROLE = new ServiceRole("ec2.amazonaws.com", new Technique("aws-autoscaling-profile",
      "takes the credentials of the role that the group's instances start with", "T1552.005", "give the group's instances a role with the least they need"), Duration.ofHours(6));
  private static final Operation PROFILES = Operation.parse("iam:list-instance-profiles");
  private static final Operation VERSIONS = Operation.parse("ec2:describe-launch-template-versions");
  private static final Operation CONFIGURATIONS = Operation.parse("autoscaling:describe-launch-configurations");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("autoscaling:describe-auto-scaling-groups"), VERSIONS, CONFIGURATIONS, Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ROLE.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    ScalingGroups groups = ScalingGroups.of(estate);
    var drawing = new Drawing(estate, sink);
    for (AutoScalingGroup group : groups.all()) {
      if (!group.launchTemplateId().isEmpty()) {
        Optional<LaunchTemplateVersion> version = groups.version(group);
        version.ifPresentOrElse(one -> drawing.of(group, one.instanceProfile(), one, "/LaunchTemplateData/IamInstanceProfile"),
            () -> drawing.gap(group, VERSIONS, ScalingGroups.template(group).text()));
      } else if (!group.launchConfiguration().isEmpty()) {
        Optional<LaunchConfiguration> configuration = groups.configuration(group);
        configuration.ifPresentOrElse(one -> drawing.of(group, one.instanceProfile(), one, "/IamInstanceProfile"),
            () -> drawing.gap(group, CONFIGURATIONS, group.launchConfiguration()));
      }
    }
  }

  /** Draws what one group has. */
  private static final class Drawing {
    private final Estate estate;
    private final EdgeSink sink;
    private final Map<String, InstanceProfile> profiles = new HashMap<>();

    Drawing(Estate estate, EdgeSink sink) {
      this.estate = estate;
      this.sink = sink;
      for (InstanceProfile profile : estate.inventory().all(InstanceProfile.class)) {
        profiles.put(profile.id().text(), profile);
        profiles.put(profile.id().account() + "/" + profile.name(), profile);
      }
    }

    void of(AutoScalingGroup group, String named, Resource saying, String pointer) {
      if (named.isEmpty()) {
        return;
      }
      InstanceProfile profile = profiles.get(named.startsWith("arn:") ? named : group.id().account() + "/" + named);
      if (profile == null) {
        gap(group, PROFILES, named);
        return;
      }
      var attached = ServiceRole.fact(saying.origin(), pointer, named);
      profile.roleArns().stream().flatMap(role -> Arn.find(role).stream()).forEach(role -> ROLE.draw(estate, group.id(), role, attached, sink));
    }

    void gap(AutoScalingGroup group, Operation operation, String missing) {
      sink.gap(Gaps.of(estate, group.scope(), operation, missing, "which role the instances of a group have is not known"));
    }
  }
}
