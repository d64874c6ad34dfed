package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.aws.Statement.Matcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How closely a principal element names the caller, closest last.
 *
 * <p>Source: IAM User Guide, "AWS JSON policy elements: Principal" and "Evaluating identity-based policies with resource-based
 * policies": a grant to the account only delegates, one to a role is limited by boundary and session policy, one to a user or a
 * session is not; {@code "*"} and {@code {"AWS": "*"}} are the same, and take in services and callers without credentials; a star
 * inside an ARN has no meaning.
 */
enum PrincipalMatch {
  NONE,
  /** The account is named: its own policies decide. */
  ACCOUNT,
  /** The caller's role. */
  ROLE,
  /** The user, the session, the service or the identity provider itself, or everybody. */
  DIRECT;

  private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{12}");
  static final Pattern UNIQUE_ID = Pattern.compile("A(?:ROA|IDA)[A-Z0-9]{8,}");

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
    return closest == NONE || closest == ACCOUNT ? ROLE : NONE;
  }

  /**
   * When an element names the caller at least as closely as asked: what it says of unique ids and names of sessions hangs on the caller,
   * of whom they may not be known.
   */
  static Truth names(Statement statement, AwsPrincipal principal, RequestContext context, PrincipalMatch atLeast) {
    Matcher element = statement.principals();
    Truth settled = Truth.of(of(element, principal, context).compareTo(atLeast) >= 0);
    if (!(principal instanceof AwsPrincipal.Iam iam) || !context.othersUnknown()) {
      return settled;
    }
    boolean welcome = statement.allows() != element.negated();
    return element.negated()
        ? settled.and(OpenPrincipal.names(element, iam.arn(), context, ROLE, welcome).not())
        : settled.or(OpenPrincipal.names(element, iam.arn(), context, atLeast, welcome));
  }

  static PrincipalMatch entry(String value, AwsPrincipal principal, RequestContext context) {
    if (value.equals("*") || value.equals("AWS:*")) {
      return DIRECT;
    }
    int colon = value.indexOf(':');
    String type = value.substring(0, colon);
    String name = value.substring(colon + 1);
    return switch (principal) {
      case AwsPrincipal.Iam iam -> type.equals("AWS") ? aws(name, iam.arn(), context) : NONE;
      case AwsPrincipal.Service service -> type.equals("Service") && isOf(name, service.host()) ? DIRECT : NONE;
      case AwsPrincipal.Federated federated -> type.equals("Federated") && name.equals(federated.provider()) ? DIRECT : NONE;
      case AwsPrincipal.Anonymous anonymous -> NONE;
    };
  }

  /** Some services have a name of their own in China: {@code ec2.amazonaws.com.cn}. Source: IAM User Guide, "AWS service principals". */
  private static boolean isOf(String name, String host) {
    return name.equals(host) || (name.startsWith(host) && name.substring(host.length()).equals(".cn"));
  }

  private static PrincipalMatch aws(String name, Arn caller, RequestContext context) {
    if (name.equals("*")) {
      return DIRECT;
    }
    if (name.equals(caller.text())) {
      return caller.resource().startsWith("role/") ? ROLE : DIRECT;
    }
    if (namesAccount(name, caller)) {
      return caller.resource().equals("root") ? DIRECT : ACCOUNT;
    }
    if (UNIQUE_ID.matcher(name).matches()) {
      return name.startsWith("AIDA") == caller.resource().startsWith("user/") ? uniqueId(name, context) : NONE;
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
