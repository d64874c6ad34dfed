package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Glob;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.Mentions;
import io.drawbridge.edge.aws.NewNames;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Facts about a principal that its policies ask for and that can be made true: a second factor, and tags.
 *
 * <p>A key of a user signs in without a factor; who may enable a device for the user does so with one of its own and takes a session with
 * it. Source: IAM User Guide, "Allows MFA-authenticated IAM users to manage their own MFA device", "Secure API access with MFA" and "Pass
 * session tags in AWS STS". <b>Not modelled:</b> several tags at once; a trust that compares the tags of the request itself.
 */
final class OwnFacts {

  private static final String PRINCIPAL_TAG = "aws:principaltag/";
  private static final Map<String, List<String>> WITHOUT_FACTOR = Map.of("aws:multifactorauthpresent", List.of(), "aws:multifactorauthage", List.of());
  private static final Map<String, List<String>> WITH_FACTOR = Map.of("aws:multifactorauthpresent", List.of("true"), "aws:multifactorauthage", List.of("1"));
  private static final String CREATE = "iam:CreateVirtualMFADevice";

  private final Writes writes;

  OwnFacts(Writes writes) {
    this.writes = writes;
  }

  /** A device of the user's own, under the names that its policies let through. */
  List<Change> factors(Bearer bearer, String action) {
    AwsIdentity user = bearer.identity();
    if (!user.isUser() || !user.documents().mayAll(List.of(CREATE)) || Mentions.of(user.documents().all()).stream().noneMatch(WITH_FACTOR::containsKey)) {
      return List.of();
    }
    Demand enable = with(writes.to(action, user.arn(), bearer.tags(), ""), WITHOUT_FACTOR);
    List<Change> changes = new ArrayList<>();
    for (String name : NewNames.of(user, user.arn().beside("iam", "", "mfa/").text(), List.of(CREATE))) {
      Demand create = with(writes.to(CREATE, user.arn().beside("iam", "", "mfa/" + name), Map.of(), ""), WITHOUT_FACTOR);
      changes.add(new Change(name, List.of(create, enable), user.knowing(WITH_FACTOR)));
    }
    return changes;
  }

  /** A tag on the principal, of those that its policies tell apart. */
  List<Change> tags(Bearer bearer, String action) {
    AwsIdentity identity = bearer.identity();
    List<Change> changes = new ArrayList<>();
    asked(identity).forEach((key, values) -> values.forEach(value -> changes.add(new Change(key + '=' + value,
        List.of(with(writes.to(action, identity.arn(), bearer.tags(), ""), request(key, value))), identity.knowing(Map.of(PRINCIPAL_TAG + key, List.of(value)))))));
    return changes;
  }

  /** A tag on a session of the role, which its trust must let in. */
  List<Change> sessionTags(Bearer bearer, String action, IamRole role) {
    AwsIdentity identity = bearer.identity();
    Optional<NamedPolicy> trust = role.trust().map(document -> new NamedPolicy("trust", document));
    List<Change> changes = new ArrayList<>();
    asked(identity).forEach((key, values) -> values.forEach(value -> changes.add(new Change(key + '=' + value,
        List.of(with(writes.to(action, identity.arn(), bearer.tags(), ""), request(key, value)).under(trust)),
        identity.knowing(Map.of(PRINCIPAL_TAG + key, List.of(value)))))));
    return changes;
  }

  private static Map<String, List<String>> request(String key, String value) {
    return Map.of("aws:requesttag/" + key, List.of(value), "aws:tagkeys", List.of(key));
  }

  private static Demand with(Demand demand, Map<String, List<String>> facts) {
    SortedMap<String, List<String>> all = new TreeMap<>(demand.context());
    all.putAll(facts);
    return new Demand(demand.action(), demand.arn(), demand.account(), demand.policy(), all);
  }

  /** The values of tags that the principal's own policies name, by key in lower case. */
  private static SortedMap<String, NavigableSet<String>> asked(AwsIdentity identity) {
    SortedMap<String, NavigableSet<String>> asked = new TreeMap<>();
    identity.documents().all().stream().flatMap(policy -> policy.document().statements().stream()).flatMap(statement -> statement.conditions().stream())
        .forEach(clause -> add(clause, asked));
    return asked;
  }

  private static void add(ConditionClause clause, SortedMap<String, NavigableSet<String>> asked) {
    String key = ResourceId.lowerCase(clause.key());
    if (key.startsWith(PRINCIPAL_TAG)) {
      NavigableSet<String> values = asked.computeIfAbsent(key.substring(PRINCIPAL_TAG.length()), none -> new TreeSet<>());
      clause.values().stream().filter(value -> value.indexOf("${") < 0)
          .forEach(value -> values.add(new Glob(value).witness("", NewNames.NEW).orElse(value)));
    }
  }
}
