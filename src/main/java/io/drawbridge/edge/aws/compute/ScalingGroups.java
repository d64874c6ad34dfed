package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.aws.AutoScalingGroup;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.LaunchConfiguration;
import io.drawbridge.inventory.aws.LaunchTemplateVersion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Auto Scaling groups of an estate that may start instances, with what they start them from. */
final class ScalingGroups {

  private static final String DEFAULT = "$Default";
  private static final String LATEST = "$Latest";

  /** Auto Scaling puts it on every instance that it starts. */
  private static final String GROUP_TAG = "aws:autoscaling:groupName";

  private final List<AutoScalingGroup> groups;
  private final Set<Arn> kept = new HashSet<>();
  private final Map<String, LaunchTemplateVersion> versions = new HashMap<>();
  private final Map<String, LaunchConfiguration> configurations = new HashMap<>();

  private ScalingGroups(Estate estate) {
    groups = estate.inventory().all(AutoScalingGroup.class).stream().filter(group -> group.most() > 0).toList();
    for (AutoScalingGroup group : groups) {
      group.instanceIds().forEach(instance -> kept.add(beside(group, "instance/" + instance)));
    }
    estate.inventory().all(LaunchTemplateVersion.class).forEach(this::index);
    estate.inventory().all(LaunchConfiguration.class)
        .forEach(one -> configurations.put(key(one.id(), one.name()), one));
  }

  static ScalingGroups of(Estate estate) {
    return estate.view(ScalingGroups.class, ScalingGroups::new);
  }

  List<AutoScalingGroup> all() {
    return groups;
  }

  /** Whether a group keeps the instance, and starts another one in its place when it stops. */
  boolean keeps(Ec2Instance instance) {
    return kept.contains(instance.id()) || instance.tags().containsKey(GROUP_TAG);
  }

  /** Whether a new version of the group's template is what its next instance starts from, once it is the default where that is followed. */
  static boolean follows(AutoScalingGroup group) {
    return !group.launchTemplateId().isEmpty() && (followsDefault(group) || group.launchTemplateVersion().equals(LATEST));
  }

  static boolean followsDefault(AutoScalingGroup group) {
    return group.launchTemplateVersion().equals(DEFAULT);
  }

  static Arn template(AutoScalingGroup group) {
    return beside(group, "launch-template/" + group.launchTemplateId());
  }

  Optional<LaunchTemplateVersion> version(AutoScalingGroup group) {
    return Optional.ofNullable(versions.get(template(group).text() + group.launchTemplateVersion()));
  }

  Optional<LaunchConfiguration> configuration(AutoScalingGroup group) {
    return Optional.ofNullable(configurations.get(key(group.id(), group.launchConfiguration())));
  }

  private static Arn beside(AutoScalingGroup group, String resource) {
    return Arn.of("ec2", group.id().region(), group.id().account(), resource);
  }

  private static String key(Arn arn, String name) {
    return arn.account() + arn.region() + "/" + name;
  }

  private void index(LaunchTemplateVersion version) {
    String template = version.template().text();
    versions.put(template + version.version(), version);
    if (version.byDefault()) {
      versions.put(template + DEFAULT, version);
    }
    versions.merge(template + LATEST, version, (one, other) -> number(one) >= number(other) ? one : other);
  }

  private static long number(LaunchTemplateVersion version) {
    return version.version().matches("\\d{1,18}") ? Long.parseLong(version.version()) : 0;
  }
}
