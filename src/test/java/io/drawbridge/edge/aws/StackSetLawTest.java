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
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.StackSet;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who updates a stack set gains, through sets of sets, the roles that asking of every pair gives: the law of capability sets once more. */
class StackSetLawTest {

  private static final String UPDATED = "cloudformation-004";

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("drawbridge.laws", 200));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void expandingSetsEqualsAskingEveryPair(int seed) {
    Estate estate = estate(seed);
    assertThat(expanded(estate)).as("seed %d", seed).isEqualTo(naive(estate));
  }

  @Test
  void someGainRoles() {
    assertThat(seeds().limit(20).mapToObj(StackSetLawTest::estate).flatMap(estate -> naive(estate).stream())).hasSizeGreaterThan(5);
  }

  private static Estate estate(int seed) {
    return RandomAccounts.estate(new RandomAccounts(seed, "111111111111", "222222222222").documents());
  }

  private static EdgeRule rule() {
    return ComputeRules.ALL.stream().filter(rule -> rule.techniques().stream().anyMatch(technique -> technique.id().equals(UPDATED))).findFirst().orElseThrow();
  }

  /** Pairs of a principal and a role without condition. */
  private static SortedSet<String> expanded(Estate estate) {
    List<Edge> edges = Derivation.of(estate, List.of(), List.of(rule())).graph().edges();
    Map<ResourceId, List<Edge>> members = edges.stream().filter(edge -> edge.kind() == EdgeKind.IN_SET).collect(Collectors.groupingBy(Edge::from));
    SortedSet<String> pairs = new TreeSet<>();
    edges.stream().filter(edge -> edge.technique().equals(UPDATED) && edge.condition().isNone() && edge.from() instanceof Arn)
        .forEach(edge -> SetExpansionLawTest.ends(edge.to(), members).forEach(end -> pairs.add(edge.from() + " -> " + end)));
    return pairs;
  }

  private static SortedSet<String> naive(Estate estate) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    Map<String, IamRole> roles = new HashMap<>();
    estate.inventory().all(IamRole.class).forEach(role -> roles.put(role.id().text(), role));
    SortedSet<String> pairs = new TreeSet<>();
    for (StackSet set : estate.inventory().all(StackSet.class)) {
      IamRole administrator = Objects.requireNonNull(roles.get(set.administrationRole()));
      Decision taken = authorization.trust(administrator, new AwsPrincipal.Service("cloudformation.amazonaws.com"), "sts:AssumeRole", Map.of(), Set.of()).decision();
      for (AwsIdentity caller : authorization.identities()) {
        if (taken instanceof Decision.Allowed && caller.account().equals(set.id().account()) && updates(authorization, caller, set, administrator)) {
          roles.values().stream().filter(role -> takes(authorization, administrator, role)).forEach(role -> pairs.add(caller.node() + " -> " + role.id()));
        }
      }
    }
    return pairs;
  }

  private static boolean updates(AwsAuthorization authorization, AwsIdentity caller, StackSet set, IamRole administrator) {
    Map<String, List<String>> passed = tags(administrator.tags());
    passed.put("iam:PassedToService", List.of("cloudformation.amazonaws.com"));
    return authorization.rule(caller, "cloudformation:UpdateStackSet", set.id().text(), set.id().account(), Optional.empty(), tags(set.tags())).decision() instanceof Decision.Allowed
        && authorization.rule(caller, "iam:PassRole", administrator.id().text(), administrator.id().account(), Optional.empty(), passed).decision() instanceof Decision.Allowed;
  }

  private static boolean takes(AwsAuthorization authorization, IamRole administrator, IamRole role) {
    Map<String, List<String>> known = tags(role.tags());
    known.put("sts:ExternalId", List.of());
    AwsIdentity taker = authorization.find(administrator.id()).orElseThrow();
    return authorization.rule(taker, "sts:AssumeRole", role.id().text(), role.id().account(),
        role.trust().map(trust -> new NamedPolicy("trust", trust)), known).decision() instanceof Decision.Allowed;
  }

  private static Map<String, List<String>> tags(Map<String, String> tags) {
    Map<String, List<String>> known = new TreeMap<>();
    known.put("aws:ResourceTag/team", tags.containsKey("team") ? List.of(tags.get("team")) : List.of());
    return known;
  }
}
