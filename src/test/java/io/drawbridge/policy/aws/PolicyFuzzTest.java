package io.drawbridge.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.drawbridge.analysis.Seeds;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.aws.cases.EvaluateAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Policies that somebody damaged, on purpose or not: each is a policy or a problem, in bounded time, and decides or does not. */
class PolicyFuzzTest {

  private static final int EVERY_BUILD = 2_000;
  private static final int FULL_RUN = 100_000;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final String POLICY = """
      {"Version":"2012-10-17","Id":"x","Statement":[{"Sid":"A","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111122223333:root","*"],"Service":"s3.amazonaws.com"},
      "Action":["s3:Get*","s3:PutObject"],"Resource":["arn:aws:s3:::data/${aws:username, 'x'}/*","arn:aws:s3:::b?"],"Condition":{"StringLike":{"aws:username":["a*","${aws:PrincipalTag/team}"]},
      "IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"ForAllValues:StringEquals":{"aws:TagKeys":["a"]},"DateLessThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"},
      "NumericLessThan":{"aws:MultiFactorAuthAge":3600},"Bool":{"aws:MultiFactorAuthPresent":true},"Null":{"aws:TokenIssueTime":"false"}}},
      {"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"NotAction":"iam:*","NotResource":"*"}]}""";

  private static final List<String> PIECES = List.of("{", "}", "[", "]", "\"", ":", ",", "null", "true", "1e400", "-0", "{}", "[]", "\"*\"", "\"\"", "\\u0000", "\\ud800",
      "é", "😀", "\u202e", "${", "${}", "${aws:username", "'", "*", "?", "/", "~", "\\", "Effect", "\"Effect\":\"Deny\",", "\"Statement\":", "ForAnyValue:", "IfExists",
      "Null", "2008-10-17", "arn:", "::::::::", "0.0.0.0/99", "999999999999999999999999");

  private final EvaluateAws evaluate = new EvaluateAws();

  @Test
  void aDamagedPolicyIsAPolicyOrAProblem() {
    Seeds.upTo(EVERY_BUILD, PolicyFuzzTest::isReadAndAsked);
  }

  @Test
  void damageLeavesMoreThanAFewPoliciesWhole() {
    long whole = LongStream.range(0, EVERY_BUILD).filter(seed -> parse(damaged(POLICY, new Random(seed))) instanceof PolicyParser.Parsed.Policy).count();
    assertThat(whole).isBetween(EVERY_BUILD / 10L, EVERY_BUILD * 9 / 10L);
  }

  @Test
  @Tag("full")
  void aDamagedPolicyIsAPolicyOrAProblemAtLength() {
    Seeds.upTo(FULL_RUN, PolicyFuzzTest::isReadAndAsked);
  }

  @Test
  void aDamagedCaseIsAnsweredOrIsNone() {
    String line = "{\"id\":\"a\",\"mode\":\"Discovery\",\"request\":{\"principal\":\"arn:aws:iam::111122223333:user/ann\",\"action\":\"s3:GetObject\","
        + "\"resource\":{\"resource\":\"arn:aws:s3:::data/a\",\"accountId\":\"111122223333\"},\"context\":{\"aws:username\":[\"ann\"]}},"
        + "\"scps\":[{\"policies\":[{\"name\":\"n\",\"policy\":{}}]}],\"resourcePolicy\":" + POLICY.replace("\n", "") + "}";
    Seeds.upTo(EVERY_BUILD, seed -> {
      Optional<String> answer = evaluate.answer(damaged(line, new Random(seed)));
      answer.ifPresent(text -> assertThat(text).contains("\"error\":"));
    });
  }

  @Test
  void deepLongAndRepeatedThingsTakeNoLongerThanTheyShould() {
    for (String text : List.of("[".repeat(1_000_000), "{\"Statement\":".repeat(200_000), within("{\"a\":".repeat(900) + "1" + "}".repeat(900)),
        within("\"" + "s3:*".repeat(2_500_000) + "\""), within("\"" + "a*".repeat(5_000_000) + "b\""), within("\"arn:aws:s3:::" + "${".repeat(5_000_000) + "\""),
        within("\"arn:aws:s3:::" + "${a, 'b}".repeat(1_000_000) + "\""), within("\"arn:aws:s3:::" + "*:".repeat(1_000_000) + "\""),
        within("\"" + "9".repeat(10_000_000) + "\""), within("[" + "\"arn:aws:s3:::data/${aws:username}\",".repeat(100_000) + "\"*\"]"))) {
      long start = System.nanoTime();
      isReadAndAsked(text);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(text.substring(0, 60)).isLessThan(LONGEST);
    }
  }

  @Test
  void aKeyThatStandsTwiceIsAProblem() {
    assertThat(parse("{\"Statement\":{\"Effect\":\"Allow\",\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}")).isInstanceOf(PolicyParser.Parsed.Malformed.class);
    assertThat(parse("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}} {}")).isInstanceOf(PolicyParser.Parsed.Malformed.class);
    assertThat(parse("{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}")).isInstanceOf(PolicyParser.Parsed.Policy.class);
  }

  @Test
  void aProblemSaysWhereItIs() {
    var parsed = parse("{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalTag/a~b\":[\"x\",{}]}}}]}");
    assertThat(((PolicyParser.Parsed.Malformed) parsed).problems()).singleElement()
        .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/Statement/0/Condition/StringEquals/aws:PrincipalTag~1a~0b/1"));
  }

  private static String within(String value) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:*\"],\"Resource\":" + value + ",\"Condition\":{\"NumericLessThan\":{\"aws:username\":"
        + value + "},\"StringLike\":{\"aws:username\":" + value + "},\"DateEquals\":{\"aws:username\":" + value + "}}}]}";
  }

  private static void isReadAndAsked(long seed) {
    isReadAndAsked(damaged(POLICY, new Random(seed)));
  }

  private static void isReadAndAsked(String text) {
    switch (parse(text)) {
      case PolicyParser.Parsed.Malformed malformed -> assertThat(malformed.problems()).isNotEmpty();
      case PolicyParser.Parsed.Policy policy -> {
        var named = new NamedPolicy("p", policy.document());
        for (RequestContext context : List.of(RequestContext.discovery(Map.of()), RequestContext.strict(Map.of("aws:username", List.of("a".repeat(1_000)))))) {
          var request = new AwsRequest(new AwsPrincipal.Iam(new Arn("arn:aws:iam::111122223333:user/ann")), "s3:GetObject", "arn:aws:s3:::data/ann/" + "a".repeat(1_000),
              "111122223333", context);
          var policies = new AwsPolicies(List.of(named), Optional.of(named), Optional.empty(), List.of(), List.of(List.of(named)), Optional.empty(), List.of());
          assertThat(new AwsEvaluator().decide(request, policies).by()).isNotNull();
        }
      }
    }
  }

  private static PolicyParser.Parsed parse(String text) {
    return PolicyParser.parse(new TextNode(text), new DocumentRef("d", "d"), "", "p");
  }

  /** Cut, doubled, swapped and sprinkled with pieces that mean something. */
  private static String damaged(String text, Random random) {
    var damaged = new StringBuilder(text);
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(damaged.length() + 1);
      int end = Math.min(damaged.length(), at + random.nextInt(random.nextInt(8) == 0 ? 200 : 4));
      switch (random.nextInt(6)) {
        case 0 -> damaged.delete(at, end);
        case 1 -> damaged.insert(at, damaged.substring(at, end));
        case 2 -> damaged.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        case 3 -> damaged.insert(at, PIECES.get(random.nextInt(PIECES.size())).repeat(1 + random.nextInt(3)));
        case 4 -> value(damaged, at, PIECES.get(random.nextInt(PIECES.size())));
        default -> damaged.insert(at, (char) random.nextInt(0x3000));
      }
    }
    return damaged.toString();
  }

  /** Another value instead of the next text: most of what comes out is JSON still. */
  private static void value(StringBuilder text, int from, String piece) {
    int open = text.indexOf("\"", from);
    int close = open < 0 ? -1 : text.indexOf("\"", open + 1);
    if (close > 0) {
      text.replace(open, close + 1, "{}[]truenull1e400".contains(piece) ? piece : new TextNode(piece).toString());
    }
  }
}
