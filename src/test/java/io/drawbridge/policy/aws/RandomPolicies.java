package io.drawbridge.policy.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One request and policies of every layer, from few words, so that things meet; the same for the same seed. */
final class RandomPolicies {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNT = "111122223333";
  private static final String AWAY = "999988887777";

  /**
   * A condition key.
   *
   * @param wanted what policies compare it with
   * @param values what it has in requests
   */
  record Key(String name, List<String> operators, List<String> wanted, List<String> values, int most) {}

  private static final List<String> TEXT = List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase");
  private static final List<String> NAMES = List.of("ann", "bob", "a*", "b?b", "*", "${aws:PrincipalTag/team}", "${aws:username}", "${aws:username, 'ann'}",
      "${aws:PrincipalTag/team}*", "${aws:PrincipalTag/team, 'bob'}", "${*}", "an${aws:ResourceTag/team}");
  private static final List<String> ARNS = List.of("arn:aws:sns:*:111122223333:topic", "arn:aws:sns:eu-west-1:*:to*", "arn:aws:sns:eu-west-1:111122223333:topic",
      "arn:aws:s3:::bucket", "nothing");
  private static final List<String> TIMES = List.of("2026-01-01T00:00:00Z", "2026-06-01", "1767225600", "never");

  static final List<Key> KEYS = List.of(
      new Key("aws:username", TEXT, NAMES, List.of("ann", "bob", "*"), 1),
      new Key("aws:PrincipalTag/team", TEXT, NAMES, List.of("ann", "bob", "red"), 1),
      new Key("aws:ResourceTag/team", TEXT, NAMES, List.of("ann", "bob", "n"), 1),
      new Key("aws:SourceIp", List.of("IpAddress", "NotIpAddress"),
          List.of("203.0.113.0/24", "203.0.113.0/28", "198.51.100.7", "0.0.0.0/0", "2001:db8::/32", "2001:db8::/40"),
          List.of("203.0.113.7", "203.0.113.77", "198.51.100.7", "2001:db8::1"), 1),
      new Key("aws:MultiFactorAuthPresent", List.of("Bool"), List.of("true", "false"), List.of("true", "false"), 1),
      new Key("aws:MultiFactorAuthAge", List.of("NumericLessThan", "NumericGreaterThan", "NumericLessThanEquals", "NumericEquals", "NumericNotEquals"),
          List.of("100", "3600", "3600.0", "old"), List.of("99", "100", "3600", "4000"), 1),
      new Key("aws:CurrentTime", List.of("DateLessThan", "DateGreaterThanEquals", "DateGreaterThan", "DateLessThanEquals", "DateEquals"), TIMES,
          List.of("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z"), 1),
      new Key("aws:SourceArn", List.of("ArnLike", "ArnEquals", "ArnNotLike", "ArnNotEquals", "StringLike"), ARNS,
          List.of("arn:aws:sns:eu-west-1:111122223333:topic", "arn:aws:sns:us-east-1:111122223333:topic", "arn:aws:s3:::bucket"), 1),
      new Key("aws:TagKeys", TEXT, List.of("team", "t*", "cost"), List.of("team", "cost", "zone"), 3));

  private static final List<String> RESOURCES = List.of("*", "arn:aws:s3:::data/*", "arn:aws:s3:::data/${aws:username}/*", "arn:aws:s3:::data/ann/?",
      "arn:aws:s3:::data/${aws:PrincipalTag/team, 'ann'}/*", "arn:aws:s3:::other/*", "arn:aws:s3:::*/${aws:username}/x",
      "arn:aws:s3:::data/${aws:username}${aws:ResourceTag/team}/x", "arn:aws:s3:::data/ann/x", "arn:aws:s3");
  private static final List<String> ACTIONS = List.of("s3:GetObject", "s3:*", "S3:get*", "*", "s3:PutObject", "ec2:*");

  private final Random random;

  RandomPolicies(long seed) {
    this.random = new Random(seed);
  }

  AwsRequest request(RequestContext context) {
    String caller = one(List.of("arn:aws:iam::" + ACCOUNT + ":user/ann", "arn:aws:iam::" + ACCOUNT + ":role/app", "arn:aws:sts::" + ACCOUNT + ":assumed-role/app/s"));
    return new AwsRequest(new AwsPrincipal.Iam(new Arn(caller)), "s3:GetObject", one(List.of("arn:aws:s3:::data/ann/x", "arn:aws:s3:::data/bob/y")),
        random.nextInt(4) == 0 ? AWAY : ACCOUNT, context);
  }

  AwsPolicies policies() {
    return new AwsPolicies(list(2, this::identity), chance(6) ? Optional.of(policy("resource", true)) : Optional.empty(),
        chance(3) ? Optional.of(list(1, this::identity)) : Optional.empty(), levels(false), levels(true),
        chance(2) ? Optional.of(identity()) : Optional.empty(), chance(2) ? list(1, () -> policy("endpoint", true)) : List.of());
  }

  private List<List<NamedPolicy>> levels(boolean ofResources) {
    return chance(3) ? list(2, () -> list(2, () -> policy("level", ofResources))) : List.of();
  }

  private NamedPolicy identity() {
    return policy("identity", false);
  }

  NamedPolicy policy(String name, boolean ofResource) {
    ObjectNode policy = JSON.createObjectNode().put("Version", chance(9) ? "2012-10-17" : "2008-10-17");
    ArrayNode statements = policy.putArray("Statement");
    list(3, () -> statements.add(statement(ofResource, chance(8) ? "Allow" : "Deny")));
    return parsed(name, policy);
  }

  /** A policy of one statement. */
  NamedPolicy policy(String name, boolean ofResource, String effect) {
    ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17");
    policy.putArray("Statement").add(statement(ofResource, effect));
    return parsed(name, policy);
  }

  private static NamedPolicy parsed(String name, ObjectNode policy) {
    var parsed = PolicyParser.parse(policy, new DocumentRef("d", "d"), "", name);
    return new NamedPolicy(name, ((PolicyParser.Parsed.Policy) parsed).document());
  }

  private ObjectNode statement(boolean ofResource, String effect) {
    ObjectNode statement = JSON.createObjectNode().put("Effect", effect);
    strings(statement.putArray(chance(1) ? "NotAction" : "Action"), list(2, () -> one(ACTIONS)));
    strings(statement.putArray(chance(1) ? "NotResource" : "Resource"), list(2, () -> one(RESOURCES)));
    if (ofResource) {
      boolean not = effect.equals("Deny") && chance(2);
      strings(statement.putObject(not ? "NotPrincipal" : "Principal").putArray("AWS"), list(2, this::principal));
    }
    if (chance(5)) {
      ObjectNode condition = statement.putObject("Condition");
      list(2, () -> clause(condition));
    }
    return statement;
  }

  private String principal() {
    return one(List.of("*", ACCOUNT, "arn:aws:iam::" + ACCOUNT + ":root", "arn:aws:iam::" + ACCOUNT + ":user/ann", "arn:aws:iam::" + ACCOUNT + ":role/app",
        "arn:aws:iam::" + ACCOUNT + ":role/path/app", "arn:aws:sts::" + ACCOUNT + ":assumed-role/app/s", "AIDAEXAMPLE0001", "AROAEXAMPLE0001"));
  }

  private ObjectNode clause(ObjectNode condition) {
    Key key = one(KEYS);
    String operator = one(key.operators());
    String quantifier = chance(key.most() > 1 ? 7 : 1) ? one(List.of("ForAllValues:", "ForAnyValue:")) : "";
    if (chance(1)) {
      condition.withObject("/Null").put(key.name(), one(List.of("true", "false")));
    }
    strings(condition.withObject("/" + quantifier + operator + (chance(2) ? "IfExists" : "")).putArray(key.name()), list(2, () -> one(key.wanted())));
    return condition;
  }

  /** Some keys with what they are in a request; the others are left out. */
  Map<String, List<String>> some() {
    Map<String, List<String>> known = new HashMap<>();
    all().forEach((key, values) -> {
      if (chance(3) || key.equals("aws:PrincipalArn")) {
        known.put(key, values);
      }
    });
    return known;
  }

  /** Every key with what it is in a request, or that it is absent. */
  Map<String, List<String>> all() {
    Map<String, List<String>> known = new HashMap<>();
    for (Key key : KEYS) {
      known.put(key.name(), chance(2) ? List.of() : list(key.most(), () -> one(key.values())));
    }
    known.put("aws:userid", List.of(one(List.of("AIDAEXAMPLE0001", "AROAEXAMPLE0001:s", "AIDAEXAMPLE0002"))));
    known.put("aws:PrincipalArn", List.of("arn:aws:iam::" + ACCOUNT + ":role/" + one(List.of("app", "path/app"))));
    known.put("sts:RoleSessionName", List.of(one(List.of("s", "t"))));
    return known;
  }

  private static void strings(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }

  /** True so many times of ten. */
  private boolean chance(int ofTen) {
    return random.nextInt(10) < ofTen;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> List<T> list(int most, Supplier<T> maker) {
    return new ArrayList<>(IntStream.rangeClosed(0, random.nextInt(most)).mapToObj(i -> maker.get()).toList());
  }
}
