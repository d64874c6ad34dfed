package io.drawbridge.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.compute.ComputeRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.aws.AutoScalingGroup;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.InstanceProfile;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who writes a template that a group follows gains, through sets, the group and the roles that asking of every pair gives. */
class LaunchTemplateLawTest {

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("drawbridge.laws", 200));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void expandingSetsEqualsAskingEveryPair(int seed) {
    Estate estate = estate(seed);
    assertThat(expanded(estate, "ec2-005")).as("groups, seed %d", seed).isEqualTo(groups(estate));
    assertThat(expanded(estate, "ec2-004")).as("roles, seed %d", seed).isEqualTo(roles(estate));
  }

  @Test
  void someGainRoles() {
    assertThat(seeds().limit(20).mapToObj(LaunchTemplateLawTest::estate).flatMap(estate -> roles(estate).stream())).hasSizeGreaterThan(5);
  }

  private static Estate estate(int seed) {
    return RandomAccounts.estate(new RandomAccounts(seed, "111111111111", "222222222222").documents());
  }

  /** Pairs of a principal and what it gains without condition. */
  private static SortedSet<String> expanded(Estate estate, String technique) {
    EdgeRule rule = ComputeRules.ALL.stream().filter(one -> one.techniques().stream().anyMatch(listed -> listed.id().equals(technique))).findFirst().orElseThrow();
    List<Edge> edges = Derivation.of(estate, List.of(), List.of(rule)).graph().edges();
    Map<ResourceId, List<Edge>> members = edges.stream().filter(edge -> edge.kind() == EdgeKind.IN_SET).collect(Collectors.groupingBy(Edge::from));
    SortedSet<String> pairs = new TreeSet<>();
    edges.stream().filter(edge -> edge.technique().equals(technique) && edge.condition().isNone() && edge.from() instanceof Arn)
        .forEach(edge -> SetExpansionLawTest.ends(edge.to(), members).forEach(end -> pairs.add(edge.from() + " -> " + end)));
    return pairs;
  }

  private static SortedSet<String> groups(Estate estate) {
    SortedSet<String> pairs = new TreeSet<>();
    estate.inventory().all(AutoScalingGroup.class).forEach(group -> writers(estate, group).forEach(writer -> pairs.add(writer + " -> " + group.id())));
    return pairs;
  }

  private static SortedSet<String> roles(Estate estate) {
    Set<String> inProfiles = new HashSet<>();
    estate.inventory().all(InstanceProfile.class).forEach(profile -> inProfiles.addAll(profile.roleArns()));
    SortedSet<String> pairs = new TreeSet<>();
    for (AutoScalingGroup group : estate.inventory().all(AutoScalingGroup.class)) {
      for (IamRole role : estate.inventory().all(IamRole.class)) {
        if (role.id().account().equals(group.id().account()) && inProfiles.contains(role.id().text()) && startsInstances(estate, role)) {
          writers(estate, group).forEach(writer -> pairs.add(writer + " -> " + role.id()));
        }
      }
    }
    return pairs;
  }

  private static boolean startsInstances(Estate estate, IamRole role) {
    return AwsAuthorization.of(estate).trust(role, new AwsPrincipal.Service("ec2.amazonaws.com"), "sts:AssumeRole", Map.of(), Set.of()).decision() instanceof Decision.Allowed;
  }

  private static List<String> writers(Estate estate, AutoScalingGroup group) {
    String template = "arn:aws:ec2:eu-west-1:" + group.id().account() + ":launch-template/" + group.launchTemplateId();
    List<String> actions = group.launchTemplateVersion().equals("$Latest") ? List.of("ec2:CreateLaunchTemplateVersion")
        : List.of("ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate");
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    return authorization.identities().stream().filter(caller -> caller.account().equals(group.id().account()))
        .filter(caller -> actions.stream().allMatch(action -> authorization.rule(caller, action, template, caller.account(), Optional.empty(),
            Map.of("ec2:Region", List.of("eu-west-1"))).decision() instanceof Decision.Allowed))
        .map(caller -> caller.node().text()).toList();
  }
}
