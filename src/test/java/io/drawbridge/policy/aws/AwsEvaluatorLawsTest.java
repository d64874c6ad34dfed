package io.drawbridge.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.analysis.Seeds;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of every decision, on random policies of all layers. */
class AwsEvaluatorLawsTest {

  private static final int PER_SEED = 25;

  private final AwsEvaluator evaluator = new AwsEvaluator();

  @Test
  void whatIsLeftOpenComesToWhatIsDecidedOnceItIsKnown() {
    Seeds.upTo(Seeds.EVERY_BUILD, this::whatIsLeftOpenIsSound);
  }

  @Test
  @Tag("full")
  void whatIsLeftOpenComesToWhatIsDecidedOnceItIsKnownAtLength() {
    Seeds.upTo(Seeds.FULL_RUN, this::whatIsLeftOpenIsSound);
  }

  @Test
  void orderAndSplittingChangeNothing() {
    Seeds.upTo(Seeds.EVERY_BUILD, seed -> changesNothing(seed, AwsEvaluatorLawsTest::splitAndReversed));
  }

  @Test
  void aDenyNeverAllowsMore() {
    Seeds.upTo(Seeds.EVERY_BUILD, seed -> added(seed, "Deny"));
  }

  @Test
  void anAllowNeverAllowsLess() {
    Seeds.upTo(Seeds.EVERY_BUILD, seed -> added(seed, "Allow"));
  }

  @Test
  void theLawsAreAskedOfDecisionsOfEveryKind() {
    Map<String, Integer> kinds = new HashMap<>();
    LongConsumer count = seed -> {
      var random = new RandomPolicies(seed);
      Decision decision = evaluator.decide(random.request(RequestContext.discovery(random.some())), random.policies());
      kinds.merge(decision.getClass().getSimpleName(), 1, Integer::sum);
    };
    Seeds.upTo(Seeds.FULL_RUN, count);
    assertThat(kinds.values()).as("%s", kinds).hasSize(3).allMatch(times -> times > 100);
  }

  private void whatIsLeftOpenIsSound(long seed) {
    var random = new RandomPolicies(seed);
    Map<String, List<String>> known = random.some();
    AwsRequest open = random.request(RequestContext.discovery(known));
    AwsPolicies policies = random.policies();
    Decision decision = evaluator.decide(open, policies);
    for (int i = 0; i < PER_SEED; i++) {
      Map<String, List<String>> all = random.all();
      all.putAll(known);
      AwsRequest settled = with(open, RequestContext.discovery(all));
      boolean allowed = evaluator.decide(settled, policies) instanceof Decision.Allowed;
      assertThat(evaluator.decide(settled, policies)).isNotInstanceOf(Decision.Conditional.class);
      switch (decision) {
        case Decision.Allowed yes -> assertThat(allowed).as("allowed, with %s", all).isTrue();
        case Decision.Denied no -> assertThat(allowed).as("denied, with %s", all).isFalse();
        case Decision.Conditional when -> {
          if (!when.approximated()) {
            assertThat(allowed).as("%s, with %s", when.alternatives(), all).isEqualTo(holds(when, settled.context()));
          }
        }
      }
    }
  }

  private static boolean holds(Decision.Conditional when, RequestContext context) {
    return when.alternatives().stream().anyMatch(residual -> residual.requirements().stream().allMatch(requirement -> met(requirement, context)));
  }

  private static boolean met(Requirement requirement, RequestContext context) {
    return KnownKey.satisfies(requirement, context).orElseThrow(() -> new AssertionError("still open: " + requirement));
  }

  private void changesNothing(long seed, UnaryOperator<AwsPolicies> change) {
    var random = new RandomPolicies(seed);
    AwsRequest open = random.request(RequestContext.discovery(random.some()));
    AwsPolicies policies = random.policies();
    Decision before = evaluator.decide(open, policies);
    Decision after = evaluator.decide(open, change.apply(policies));
    assertThat(after.getClass()).isEqualTo(before.getClass());
    if (before instanceof Decision.Conditional was && after instanceof Decision.Conditional is && !was.approximated() && !is.approximated()) {
      for (int i = 0; i < PER_SEED; i++) {
        RequestContext context = RequestContext.discovery(random.all());
        assertThat(holds(is, context)).isEqualTo(holds(was, context));
      }
    }
  }

  private void added(long seed, String effect) {
    var random = new RandomPolicies(seed);
    AwsRequest request = random.request(RequestContext.discovery(random.all()));
    AwsPolicies policies = random.policies();
    boolean before = evaluator.decide(request, policies) instanceof Decision.Allowed;
    for (AwsPolicies more : List.of(withIdentity(policies, random.policy("more", false, effect)), withResource(policies, random.policy("more", true, effect)),
        withBoundary(policies, random.policy("more", false, effect)), withLevel(policies, random.policy("more", false, effect)))) {
      boolean after = evaluator.decide(request, more) instanceof Decision.Allowed;
      assertThat(effect.equals("Deny") ? before || !after : after || !before).isTrue();
    }
  }

  private static AwsPolicies withIdentity(AwsPolicies all, NamedPolicy more) {
    return new AwsPolicies(joined(all.identity(), more), all.resource(), all.boundary(), all.scps(), all.rcps(), all.session(), all.endpoint());
  }

  private static AwsPolicies withResource(AwsPolicies all, NamedPolicy more) {
    Optional<NamedPolicy> resource = all.resource().map(one -> merged(one, more)).or(() -> Optional.of(more));
    return new AwsPolicies(all.identity(), resource, all.boundary(), all.scps(), all.rcps(), all.session(), all.endpoint());
  }

  private static AwsPolicies withBoundary(AwsPolicies all, NamedPolicy more) {
    Optional<List<NamedPolicy>> boundary = all.boundary().map(given -> joined(given, more));
    return new AwsPolicies(all.identity(), all.resource(), boundary, all.scps(), all.rcps(), all.session(), all.endpoint());
  }

  private static AwsPolicies withLevel(AwsPolicies all, NamedPolicy more) {
    List<List<NamedPolicy>> scps = all.scps().stream().map(level -> joined(level, more)).toList();
    return new AwsPolicies(all.identity(), all.resource(), all.boundary(), scps, all.rcps(), all.session(), all.endpoint());
  }

  private static NamedPolicy merged(NamedPolicy one, NamedPolicy more) {
    List<Statement> both = new ArrayList<>(one.document().statements());
    both.addAll(more.document().statements());
    return new NamedPolicy(one.name(), new PolicyDocument(one.document().version(), both));
  }

  private static AwsPolicies splitAndReversed(AwsPolicies all) {
    return new AwsPolicies(split(all.identity()), all.resource().map(AwsEvaluatorLawsTest::reversed), all.boundary().map(AwsEvaluatorLawsTest::split),
        all.scps().reversed().stream().map(AwsEvaluatorLawsTest::split).toList(), all.rcps().stream().map(AwsEvaluatorLawsTest::split).toList(),
        all.session().map(AwsEvaluatorLawsTest::reversed), split(all.endpoint()));
  }

  /** Every statement a policy of its own, the last one first. */
  private static List<NamedPolicy> split(List<NamedPolicy> policies) {
    List<NamedPolicy> split = new ArrayList<>();
    policies.forEach(policy -> policy.document().statements().forEach(
        statement -> split.addFirst(new NamedPolicy(policy.name(), new PolicyDocument(policy.document().version(), List.of(statement))))));
    return split;
  }

  private static NamedPolicy reversed(NamedPolicy policy) {
    return new NamedPolicy(policy.name(), new PolicyDocument(policy.document().version(), policy.document().statements().reversed()));
  }

  private static List<NamedPolicy> joined(List<NamedPolicy> policies, NamedPolicy more) {
    List<NamedPolicy> both = new ArrayList<>(policies);
    both.add(more);
    return both;
  }

  private static AwsRequest with(AwsRequest request, RequestContext context) {
    return new AwsRequest(request.principal(), request.action(), request.resource(), request.resourceAccount(), context);
  }
}
