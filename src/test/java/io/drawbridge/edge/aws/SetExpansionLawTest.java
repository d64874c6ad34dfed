package io.drawbridge.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.data.ObjectReads;
import io.drawbridge.edge.aws.data.ParameterReads;
import io.drawbridge.edge.aws.data.SecretReads;
import io.drawbridge.edge.aws.iam.RoleAssumption;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.BucketPolicy;
import io.drawbridge.inventory.aws.BucketPublicAccessBlock;
import io.drawbridge.inventory.aws.BucketTags;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.KeyGrants;
import io.drawbridge.inventory.aws.KeyPolicy;
import io.drawbridge.inventory.aws.Secret;
import io.drawbridge.inventory.aws.SecretResourcePolicy;
import io.drawbridge.inventory.aws.SsmParameter;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expanding every capability set gives what asking the evaluator about every pair gives (DESIGN §2, the law of capability sets). */
class SetExpansionLawTest {

  private static final int SEEDS = Integer.getInteger("drawbridge.laws", 200);

  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void expandingSetsEqualsAskingEveryPair(int seed) {
    Estate estate = RandomAccounts.estate(new RandomAccounts(seed, "111111111111", "222222222222").documents());
    assertThat(expanded(estate, new RoleAssumption(), EdgeKind.CAN_ASSUME)).as("roles, seed %d", seed).isEqualTo(Naive.roles(estate));
    assertThat(expanded(estate, new SecretReads(), EdgeKind.CAN_READ_SECRET)).as("secrets, seed %d", seed).isEqualTo(Naive.secrets(estate));
    for (EdgeKind kind : List.of(EdgeKind.CAN_READ_SECRET, EdgeKind.CAN_READ_DATA)) {
      assertThat(expanded(estate, new ParameterReads(), kind)).as("parameters, seed %d", seed).isEqualTo(Naive.parameters(estate, kind == EdgeKind.CAN_READ_SECRET));
    }
    assertThat(expanded(estate, new ObjectReads(), EdgeKind.CAN_READ_DATA)).as("objects, seed %d", seed).isEqualTo(Naive.objects(estate));
  }

  @ParameterizedTest
  @MethodSource("seedsOfCrowds")
  void expandingSetsOfSharesEqualsAskingEveryPair(int seed) {
    Estate estate = RandomAccounts.estate(new RandomAccounts(seed, "111111111111", "222222222222", 80).documents());
    assertThat(expanded(estate, new RoleAssumption(), EdgeKind.CAN_ASSUME)).as("roles, seed %d", seed).isEqualTo(Naive.roles(estate));
  }

  @ParameterizedTest
  @MethodSource("furtherSeeds")
  @Tag("full")
  void expandingSetsEqualsAskingEveryPairOfFurtherAccounts(int seed) {
    expandingSetsEqualsAskingEveryPair(seed);
  }

  static IntStream furtherSeeds() {
    return IntStream.range(1_000, 1_200);
  }

  static IntStream seedsOfCrowds() {
    return IntStream.range(0, Math.max(5, SEEDS / 20));
  }

  @Test
  void crowdsMakeSetsOfShares() {
    assertThat(seedsOfCrowds().mapToObj(seed -> RandomAccounts.estate(new RandomAccounts(seed, "111111111111", "222222222222", 80).documents()))
        .flatMap(estate -> Derivation.of(estate, List.of(), List.of(new RoleAssumption())).graph().edges().stream())
        .filter(edge -> edge.from() instanceof CapabilitySetId && edge.to() instanceof CapabilitySetId)).hasSizeGreaterThan(10);
  }

  /** Pairs of a principal of the estate and what it reaches by one edge, or by an edge into a set and one out of it, with what they ask for. */
  static SortedMap<String, SortedSet<String>> expanded(Estate estate, EdgeRule rule, EdgeKind kind) {
    List<Edge> edges = Derivation.of(estate, List.of(), List.of(rule)).graph().edges();
    Map<ResourceId, List<Edge>> members = edges.stream().filter(edge -> edge.kind() == EdgeKind.IN_SET).collect(Collectors.groupingBy(Edge::from));
    Map<String, List<Set<String>>> pairs = new HashMap<>();
    Set<ResourceId> callers = AwsAuthorization.of(estate).identities().stream().map(AwsIdentity::node).collect(Collectors.toSet());
    for (Edge edge : edges) {
      if (edge.kind() == kind && callers.contains(edge.from())) {
        List<ResourceId> ends = ends(edge.to(), members);
        Set<String> asked = edge.condition().atoms().stream().map(atom -> atom.key() + atom.operator() + atom.values() + atom.negated()).collect(Collectors.toCollection(TreeSet::new));
        ends.stream().filter(end -> !end.equals(edge.from())).forEach(end -> pairs.computeIfAbsent(edge.from() + " -> " + end, none -> new ArrayList<>()).add(asked));
      }
    }
    return weakest(pairs);
  }

  static List<ResourceId> ends(ResourceId end, Map<ResourceId, List<Edge>> members) {
    return end instanceof CapabilitySetId ? members.getOrDefault(end, List.of()).stream().flatMap(edge -> ends(edge.to(), members).stream()).toList() : List.of(end);
  }

  private static SortedMap<String, SortedSet<String>> weakest(Map<String, List<Set<String>>> pairs) {
    SortedMap<String, SortedSet<String>> weakest = new TreeMap<>();
    pairs.forEach((pair, alternatives) -> weakest.put(pair, alternatives.stream()
        .filter(one -> alternatives.stream().noneMatch(other -> !other.equals(one) && one.containsAll(other)))
        .map(Set::toString).collect(Collectors.toCollection(TreeSet::new))));
    return weakest;
  }

  /** Every pair by itself. */
  private record Naive(Estate estate, AwsAuthorization authorization, Map<String, List<Set<String>>> pairs) {

    static SortedMap<String, SortedSet<String>> roles(Estate estate) {
      var naive = new Naive(estate, AwsAuthorization.of(estate), new HashMap<>());
      for (IamRole role : estate.inventory().all(IamRole.class)) {
        Optional<NamedPolicy> trust = role.trust().map(document -> new NamedPolicy("trust", document));
        naive.each(role.id(), caller -> best(List.of(List.of("deploy"), List.of("other")).stream().map(name -> {
          Map<String, List<String>> known = tags(role.tags());
          known.put("sts:RoleSessionName", name);
          return naive.decide(caller, "sts:AssumeRole", role.id().text(), role.id().account(), trust, known);
        }).toList()));
      }
      return weakest(naive.pairs);
    }

    static SortedMap<String, SortedSet<String>> secrets(Estate estate) {
      var naive = new Naive(estate, AwsAuthorization.of(estate), new HashMap<>());
      for (Secret secret : estate.inventory().all(Secret.class)) {
        Optional<NamedPolicy> policy = estate.inventory().find(SecretResourcePolicy.class, secret.id()).flatMap(SecretResourcePolicy::policy);
        naive.each(secret.id(), caller -> {
          if (secret.kmsKeyId().isEmpty() && !caller.account().equals(secret.id().account())) {
            return new Decision.Denied(false, List.of());
          }
          Decision read = naive.decide(caller, "secretsmanager:GetSecretValue", secret.id().text(), secret.id().account(), policy, tags(secret.tags()));
          return secret.kmsKeyId().isEmpty() ? read : Decisions.and(read, naive.decrypt(caller, new Arn(secret.kmsKeyId()), List.of()));
        });
      }
      return weakest(naive.pairs);
    }

    static SortedMap<String, SortedSet<String>> parameters(Estate estate, boolean secure) {
      var naive = new Naive(estate, AwsAuthorization.of(estate), new HashMap<>());
      for (SsmParameter parameter : estate.inventory().all(SsmParameter.class).stream().filter(one -> one.isSecure() == secure).toList()) {
        String arn = parameter.id().text();
        Map<String, String> calls = Map.of("ssm:GetParameter", arn, "ssm:GetParameters", arn, "ssm:GetParameterHistory", arn,
            "ssm:GetParametersByPath", arn.substring(0, arn.lastIndexOf('/')));
        calls.forEach((action, resource) -> naive.each(parameter.id(), caller -> naive.value(caller, parameter, action, resource)));
        naive.each(parameter.id(), caller -> naive.value(caller, parameter, "ssm:GetParametersByPath", arn.substring(0, arn.indexOf('/') + 1) + "*"));
      }
      return weakest(naive.pairs);
    }

    private Decision value(AwsIdentity caller, SsmParameter parameter, String action, String resource) {
      if (!caller.account().equals(parameter.id().account())) {
        return new Decision.Denied(false, List.of());
      }
      Decision read = decide(caller, action, resource, parameter.id().account(), Optional.empty(), Map.of());
      boolean asksKey = parameter.isSecure() && parameter.kmsKeyId().startsWith("arn:");
      return asksKey ? Decisions.and(read, decrypt(caller, new Arn(parameter.kmsKeyId()), List.of(parameter.id().text()))) : read;
    }

    static SortedMap<String, SortedSet<String>> objects(Estate estate) {
      var naive = new Naive(estate, AwsAuthorization.of(estate), new HashMap<>());
      for (Bucket bucket : estate.inventory().all(Bucket.class)) {
        Optional<NamedPolicy> policy = estate.inventory().find(BucketPolicy.class, bucket.id()).map(BucketPolicy::policy);
        Map<String, List<String>> tags = tags(estate.inventory().find(BucketTags.class, bucket.id()).orElseThrow().tags());
        boolean home = policy.filter(read -> PublicPolicy.is(read.document())).isPresent()
            && estate.inventory().find(BucketPublicAccessBlock.class, bucket.id()).orElseThrow().restrictPublicBuckets();
        naive.each(bucket.id(), caller -> home && !caller.account().equals(bucket.scope().id()) ? new Decision.Denied(false, List.of()) : any(List.of("x", "reports/y", "z", "deep/reports/q").stream()
            .map(object -> naive.decide(caller, "s3:GetObject", bucket.id().text() + "/" + object, bucket.scope().id(), policy, tags)).toList()));
      }
      return weakest(naive.pairs);
    }

    private interface Question {
      Decision ask(AwsIdentity caller);
    }

    private void each(ResourceId end, Question question) {
      Collection<AwsIdentity> callers = authorization.identities();
      callers.stream().filter(caller -> !caller.node().equals(end)).forEach(caller -> alternatives(question.ask(caller)).forEach(asked ->
          pairs.computeIfAbsent(caller.node() + " -> " + end, none -> new ArrayList<>()).add(asked)));
    }

    private Decision decide(AwsIdentity caller, String action, String resource, String account, Optional<NamedPolicy> policy, Map<String, List<String>> known) {
      return authorization.rule(caller, action, resource, account, policy, known).decision();
    }

    private Decision decrypt(AwsIdentity caller, Arn key, List<String> parameter) {
      List<Statement> grants = estate.inventory().find(KeyGrants.class, key).map(found -> found.grants().statements()).orElse(List.of());
      return estate.inventory().find(KeyPolicy.class, key)
          .map(policy -> new NamedPolicy("key", new PolicyDocument("2012-10-17",
              Stream.concat(policy.policy().document().statements().stream(), grants.stream()).toList())))
          .map(policy -> decide(caller, "kms:Decrypt", key.text(), key.account(), Optional.of(policy), Map.of("kms:EncryptionContext:PARAMETER_ARN", parameter)))
          .orElseGet(() -> new Decision.Conditional(List.of(new Residual(List.of(Unreadable.of("kms:get-key-policy", key.text(), "policy")))), List.of(), false));
    }

    private static Map<String, List<String>> tags(Map<String, String> tags) {
      Map<String, List<String>> known = new TreeMap<>();
      known.put("aws:ResourceTag/team", tags.containsKey("team") ? List.of(tags.get("team")) : List.of());
      return known;
    }

    private static Decision best(List<Decision> decisions) {
      return decisions.stream().min(java.util.Comparator.comparingInt(FreeKeys::rank)).orElseThrow();
    }

    private static Decision any(List<Decision> decisions) {
      return decisions.stream().reduce(Decisions.NO, Decisions::or);
    }

    private static List<Set<String>> alternatives(Decision decision) {
      return switch (decision) {
        case Decision.Denied denied -> List.of();
        case Decision.Allowed allowed -> List.of(Set.of());
        case Decision.Conditional conditional -> conditional.alternatives().stream().limit(4).map(Naive::text).toList();
      };
    }

    private static Set<String> text(Residual residual) {
      return residual.requirements().stream().map(Naive::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Requirement requirement) {
      return requirement.key() + requirement.operator() + requirement.values() + requirement.negated();
    }
  }
}
