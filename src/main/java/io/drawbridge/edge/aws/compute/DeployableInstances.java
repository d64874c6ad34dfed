package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.aws.AutoScalingGroup;
import io.drawbridge.inventory.aws.CodeDeployGroup.TagFilter;
import io.drawbridge.inventory.aws.CodeDeployGroup;
import io.drawbridge.inventory.aws.Ec2Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The running instances that a deployment group deploys to: those whose tags it asks for, and those of its Auto Scaling groups.
 *
 * <p>Source: CodeDeploy User Guide, "Tagging instances for deployment groups in CodeDeploy" (of each list of filters one must fit). Only
 * instances that have a tag of the first list's are looked at.
 */
final class DeployableInstances {

  private final Map<Arn, Ec2Instance> running = new HashMap<>();
  private final Map<String, List<Ec2Instance>> byTag = new HashMap<>();
  private final Map<String, List<Ec2Instance>> byPlace = new HashMap<>();
  private final Map<String, AutoScalingGroup> groups = new HashMap<>();

  DeployableInstances(Estate estate) {
    estate.inventory().all(Ec2Instance.class).stream().filter(Ec2Instance::isRunning).forEach(this::index);
    estate.inventory().all(AutoScalingGroup.class).forEach(group -> groups.put(place(group.id()) + group.name(), group));
  }

  private void index(Ec2Instance instance) {
    String place = place(instance.id());
    running.put(instance.id(), instance);
    byPlace.computeIfAbsent(place, none -> new ArrayList<>()).add(instance);
    instance.tags().keySet().forEach(key -> byTag.computeIfAbsent(place + key, none -> new ArrayList<>()).add(instance));
  }

  private static String place(Arn arn) {
    return arn.account() + "/" + arn.region() + "/";
  }

  Collection<Ec2Instance> of(CodeDeployGroup group) {
    String place = place(group.id());
    SortedMap<String, Ec2Instance> found = new TreeMap<>();
    tagged(group, place).filter(instance -> group.covers(instance.tags())).forEach(instance -> found.put(instance.id().text(), instance));
    for (String name : group.autoScalingGroups()) {
      Optional.ofNullable(groups.get(place + name)).stream().flatMap(scaling -> scaling.instanceIds().stream())
          .map(id -> running.get(Arn.of("ec2", group.id().region(), group.id().account(), "instance/" + id)))
          .flatMap(Stream::ofNullable).forEach(instance -> found.put(instance.id().text(), instance));
    }
    return found.values();
  }

  private Stream<Ec2Instance> tagged(CodeDeployGroup group, String place) {
    SortedMap<String, Ec2Instance> candidates = new TreeMap<>();
    for (TagFilter filter : group.instanceTags().isEmpty() ? List.<TagFilter>of() : group.instanceTags().getFirst()) {
      List<Ec2Instance> having = filter.type().equals("VALUE_ONLY") ? byPlace.getOrDefault(place, List.of()) : byTag.getOrDefault(place + filter.key(), List.of());
      having.forEach(instance -> candidates.put(instance.id().text(), instance));
    }
    return candidates.values().stream();
  }
}
