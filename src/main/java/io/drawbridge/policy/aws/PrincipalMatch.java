package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.Statement.Matcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How closely a principal element names the caller, closest last.
 *
 * <p>Source: IAM User Guide, "AWS JSON policy elements: Principal" and "Evaluating identity-based policies with resource-based
 * policies": a grant to the account only delegates, one to a role is limited by boundary and session policy, one to a user or a
 * session is not.
 */
enum PrincipalMatch {
  NONE,
  /** The account is named: its own policies decide. */
  ACCOUNT,
  /** The caller's role. */
  ROLE,
  /** The user, the session, the service or the identity provider itself, or everybody. */
  DIRECT;

  private static final String SESSION_NAME = "sts:RoleSessionName";
  private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");
  private static final Pattern UNIQUE_ID = Pattern.compile("A(?:ROA|IDA)[A-Z0-9]{8,}");

  /** Matches an element or its Not form; a Not form that does not name the caller counts as naming everybody. */
  static PrincipalMatch of(Matcher element, AwsPrincipal principal, RequestContext context) {
    PrincipalMatch closest = NONE;
    for (String value : element.values()) {
      PrincipalMatch match = entry(value, principal, context);
      closest = match.compareTo(closest) > 0 ? match : closest;
    }
    if (!element.negated()) {
      return closest;
    }
    return closest == NONE || (closest == ACCOUNT && !isAccountRoot(principal)) ? ROLE : NONE;
  }

  static PrincipalMatch entry(String value, AwsPrincipal principal, RequestContext context) {
    if (value.equals("*")) {
      return DIRECT;
    }
    int colon = value.indexOf(':');
    String type = value.substring(0, colon);
    String name = value.substring(colon + 1);
    return switch (principal) {
      case AwsPrincipal.Iam iam -> type.equals("AWS") ? aws(name, iam.arn(), context) : NONE;
      case AwsPrincipal.Service service -> type.equals("Service") && name.equals(service.host()) ? DIRECT : NONE;
      case AwsPrincipal.Federated federated -> type.equals("Federated") && name.equals(federated.provider()) ? DIRECT : NONE;
      case AwsPrincipal.Anonymous anonymous -> type.equals("AWS") && name.equals("*") ? DIRECT : NONE;
    };
  }

  /** Whether an element names some session of a role: who assumes the role chooses the session's name. */
  static Truth someSession(Matcher element, Arn role, RequestContext context) {
    String sessions = "AWS:arn:" + role.partition() + ":sts::" + role.account() + ":assumed-role/" + role.name() + "/";
    if (!role.resource().startsWith("role/") || element.negated()) {
      return Truth.NO;
    }
    List<String> names = element.values().stream().filter(one -> one.startsWith(sessions)).map(one -> one.substring(sessions.length())).toList();
    Optional<List<String>> name = context.values(SESSION_NAME);
    if (names.isEmpty() || name.isPresent()) {
      return Truth.of(name.stream().flatMap(List::stream).anyMatch(names::contains));
    }
    return Truth.when(List.of(
        new Requirement(SESSION_NAME, "StringEquals", names, false, "the session's name is `" + String.join("` or `", names) + "`")));
  }

  private static PrincipalMatch aws(String name, Arn caller, RequestContext context) {
    if (name.equals("*")) {
      return DIRECT;
    }
    if (name.equals(caller.text())) {
      return caller.resource().startsWith("role/") ? ROLE : DIRECT;
    }
    if (namesAccount(name, caller)) {
      return ACCOUNT;
    }
    if (UNIQUE_ID.matcher(name).matches()) {
      return uniqueId(name, context);
    }
    return roleOf(caller, context).filter(name::equals).isPresent() ? ROLE : NONE;
  }

  private static boolean namesAccount(String name, Arn caller) {
    if (ACCOUNT_ID.matcher(name).matches()) {
      return name.equals(caller.account());
    }
    return Arn.find(name).filter(arn -> arn.resource().equals("root") && arn.service().equals("iam"))
        .filter(arn -> arn.account().equals(caller.account())).isPresent();
  }

  private static boolean isAccountRoot(AwsPrincipal principal) {
    return principal instanceof AwsPrincipal.Iam iam && iam.arn().resource().equals("root");
  }

  /** {@code aws:userid} begins with the unique id of the user or role. */
  private static PrincipalMatch uniqueId(String name, RequestContext context) {
    List<String> ids = context.values("aws:userid").orElse(List.of());
    boolean matches = ids.stream().anyMatch(id -> id.equals(name) || id.startsWith(name + ":"));
    return matches ? name.startsWith("AROA") ? ROLE : DIRECT : NONE;
  }

  /** The ARN of a session's role: as the request says it, for the session's own ARN leaves out the role's path. */
  private static Optional<String> roleOf(Arn caller, RequestContext context) {
    if (!caller.resource().startsWith("assumed-role/")) {
      return Optional.empty();
    }
    List<String> stated = context.values("aws:PrincipalArn").orElse(List.of());
    if (stated.size() == 1) {
      return Optional.of(stated.getFirst());
    }
    String[] parts = caller.resource().split("/", 3);
    return Optional.of("arn:" + caller.partition() + ":iam::" + caller.account() + ":role/" + parts[1]);
  }
}
