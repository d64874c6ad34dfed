package io.drawbridge.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.analysis.Seeds;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The index decides as the plain evaluator does, down to what is asked and which statements say so. */
class PolicyIndexTest {

  private static final int DECISIONS = 2_000;
  private static final int DECISIONS_AT_LENGTH = 100_000;

  /** So many policies that the index takes them in. */
  private static final int MANY = 12;

  private final AwsEvaluator plain = new AwsEvaluator();

  @Test
  void decidesAsThePlainEvaluator() {
    Seeds.upTo(DECISIONS, this::agree);
  }

  @Test
  @Tag("full")
  void decidesAsThePlainEvaluatorAtLength() {
    Seeds.upTo(DECISIONS_AT_LENGTH, this::agree);
  }

  @Test
  void nothingIsConditionalWhereEveryKeyIsKnown() {
    Seeds.upTo(DECISIONS, seed -> {
      var random = new RandomPolicies(seed);
      AwsRequest request = random.request(RequestContext.strict(random.all()));
      assertThat(new PolicyIndex().decide(request, random.policies())).isNotInstanceOf(Decision.Conditional.class);
    });
  }

  @Test
  void aLayerThatSaysNothingOfTheActionStillHasToAllow() {
    List<NamedPolicy> many = IntStream.range(0, MANY).mapToObj(i -> new RandomPolicies(i).policy("p" + i, false)).toList();
    var index = new PolicyIndex();
    AwsPolicies policies = new AwsPolicies(many, Optional.empty(), Optional.of(many), List.of(many), List.of(), Optional.empty(), many);
    RequestContext context = RequestContext.strict(new RandomPolicies(1).all());
    AwsRequest asked = new RandomPolicies(1).request(context);
    AwsRequest request = new AwsRequest(asked.principal(), "sqs:SendMessage", asked.resource(), asked.resourceAccount(), context);
    assertThat(index.decide(request, policies)).isEqualTo(plain.decide(request, policies));
  }

  private void agree(long seed) {
    var random = new RandomPolicies(seed);
    AwsRequest request = random.request(seed % 2 == 0 ? RequestContext.discovery(random.some()) : RequestContext.strict(random.all()));
    AwsPolicies few = random.policies();
    AwsPolicies policies = seed % 3 == 0 ? few : new AwsPolicies(many(few.identity(), seed), few.resource(), few.boundary().map(limits -> many(limits, seed + 1)),
        few.scps().stream().map(level -> many(level, seed + 2)).toList(), few.rcps(), few.session(), few.endpoint());
    var index = new PolicyIndex();
    for (String action : List.of(request.action(), "ec2:RunInstances", request.action())) {
      AwsRequest one = new AwsRequest(request.principal(), action, request.resource(), request.resourceAccount(), request.context());
      assertThat(index.decide(one, policies)).isEqualTo(plain.decide(one, policies));
    }
  }

  private static List<NamedPolicy> many(List<NamedPolicy> few, long seed) {
    var random = new RandomPolicies(seed + 1_000_000);
    return new ArrayList<>(Stream.concat(few.stream(), IntStream.range(0, MANY).mapToObj(i -> random.policy("more" + i, false))).toList());
  }
}
