package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.aws.Statement.Matcher;
import java.util.List;
import java.util.Optional;

/**
 * What would have to be known of a caller for a principal element to name it: its unique id, the path of its role, or the name of its
 * session, which who assumes a role chooses.
 *
 * <p>Source: IAM User Guide, "AWS JSON policy elements: Principal": a role or user that was deleted stands in a policy by its unique id.
 */
final class OpenPrincipal {

  private static final String SESSION_NAME = "sts:RoleSessionName";
  private static final String UNIQUE_ID = "aws:userid";
  private static final String ARN = "aws:PrincipalArn";

  private OpenPrincipal() {}

  /**
   * When an element's values name a caller whom they do not name for certain.
   *
   * @param welcome true when the caller would like to be named: only then does it choose a name of a session that is
   */
  static Truth names(Matcher element, Arn caller, RequestContext context, PrincipalMatch atLeast, boolean welcome) {
    Truth named = welcome ? session(element, caller, context) : Truth.NO;
    if (atLeast == PrincipalMatch.DIRECT && !caller.resource().startsWith("user/")) {
      return named;
    }
    for (String value : element.values()) {
      if (value.startsWith("AWS:")) {
        named = named.or(one(value.substring("AWS:".length()), caller, context));
      }
    }
    return named;
  }

  private static Truth one(String name, Arn caller, RequestContext context) {
    if (PrincipalMatch.UNIQUE_ID.matcher(name).matches()) {
      boolean ofUser = name.startsWith("AIDA");
      return context.values(UNIQUE_ID).isPresent() || ofUser != caller.resource().startsWith("user/") ? Truth.NO
          : Truth.when(RequirementText.requirement(UNIQUE_ID, "StringLike", ofUser ? List.of(name) : List.of(name, name + ":*")));
    }
    String role = caller.resource().startsWith("assumed-role/") ? caller.resource().split("/", 3)[1] : "";
    boolean onPath = !role.isEmpty() && context.values(ARN).isEmpty()
        && name.startsWith("arn:" + caller.partition() + ":iam::" + caller.account() + ":role/") && name.endsWith("/" + role);
    return onPath ? Truth.when(RequirementText.requirement(ARN, "StringEquals", List.of(name))) : Truth.NO;
  }

  private static Truth session(Matcher element, Arn role, RequestContext context) {
    if (!role.resource().startsWith("role/")) {
      return Truth.NO;
    }
    String sessions = "AWS:arn:" + role.partition() + ":sts::" + role.account() + ":assumed-role/" + role.name() + "/";
    List<String> names = element.values().stream().filter(one -> one.startsWith(sessions)).map(one -> one.substring(sessions.length())).toList();
    Optional<List<String>> name = context.values(SESSION_NAME);
    if (names.isEmpty() || name.isPresent()) {
      return Truth.of(name.stream().flatMap(List::stream).anyMatch(names::contains));
    }
    return Truth.when(RequirementText.requirement(SESSION_NAME, "StringEquals", names));
  }
}
