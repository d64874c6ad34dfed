package io.drawbridge.policy.aws.cases;

import io.drawbridge.policy.PolicyLayer;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.PolicyParser.Problem;
import io.drawbridge.policy.aws.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What AWS refuses to store in one kind of policy and stores in another.
 *
 * <p>Source: IAM User Guide, "Grammar of the IAM JSON policy language", "IAM JSON policy elements: Sid", "AWS JSON policy elements:
 * NotPrincipal"; IAM User Guide, "IAM ARNs" (incomplete ones); Organizations User Guide, "SCP syntax", "RCP syntax". <b>Not modelled:</b> sizes;
 * that an RCP of one's own has no Allow, for cases write AWS's own under any name; that a resource's policy needs a Principal and a trust no
 * Resource, for not every service asks for the one or refuses the other: a statement without Principal speaks of nobody.
 */
final class KindRules {

  private static final Pattern COLON = Pattern.compile(":");
  private static final int ARN_FIELDS = 6;

  private KindRules() {}

  /** The first thing that is wrong, if any. */
  static Optional<Problem> problem(PolicyLayer kind, PolicyDocument document) {
    Set<String> names = new HashSet<>();
    for (Statement statement : document.statements()) {
      Optional<String> message = switch (kind) {
        case IDENTITY, PERMISSION_BOUNDARY -> ofIdentity(statement, names);
        case SESSION, SERVICE_CONTROL_POLICY -> ofIdentity(statement, names).or(() -> wholeArns(statement));
        case TRUST -> check(statement.principals().negated(), "a trust knows no NotPrincipal");
        case RESOURCE_CONTROL_POLICY -> ofResources(statement);
        case RESOURCE, VPC_ENDPOINT, ROLE_ASSIGNMENT, DENY_ASSIGNMENT, ACCESS_POLICY -> Optional.empty();
      };
      if (message.isPresent()) {
        return Optional.of(new Problem(statement.ref().pointer(), message.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofIdentity(Statement statement, Set<String> names) {
    return check(statement.principals().present(), "the policy of an identity names no principal")
        .or(() -> check(!statement.resources().present(), "a statement has Resource or NotResource"))
        .or(() -> check(!names.add(statement.ref().label()), "the Sid `" + statement.ref().label() + "` stands twice"));
  }

  private static Optional<String> ofResources(Statement statement) {
    return check(statement.principals().negated(), "a resource control policy knows no NotPrincipal")
        .or(() -> check(statement.actions().negated(), "a resource control policy knows no NotAction"))
        .or(() -> check(statement.principals().present() && !List.of("*", "AWS:*").containsAll(statement.principals().values()),
            "a resource control policy speaks of everybody: its Principal is `*`"))
        .or(() -> wholeArns(statement));
  }

  /** Only policies of identities have ARNs of fewer than six fields completed; where a star ends them they need not be. */
  private static Optional<String> wholeArns(Statement statement) {
    return statement.resources().values().stream()
        .filter(arn -> arn.startsWith("arn:") && !arn.endsWith("*") && COLON.split(arn, -1).length < ARN_FIELDS).findFirst()
        .map(arn -> "an ARN here has six fields: `" + arn + "`");
  }

  private static Optional<String> check(boolean wrong, String message) {
    return wrong ? Optional.of(message) : Optional.empty();
  }
}
