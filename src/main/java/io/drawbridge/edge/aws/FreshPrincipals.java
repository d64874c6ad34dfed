package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether a principal can make one that nothing but the organization's control policies limits (DESIGN §2, Privileges).
 *
 * <p>A user or role that the caller creates has no boundary and no denies, and is given every permission. A principal under a boundary that
 * demands the same boundary of whatever it creates makes no such one, unless it can take its own boundary off first. Source: IAM User Guide,
 * "Permissions boundaries for IAM entities" (delegating to others using boundaries).
 */
final class FreshPrincipals {

  /**
   * A principal made from nothing.
   *
   * @param kind of principal, as ARNs begin: {@code role/}
   * @param alternatives each a list of actions that must all be allowed on one name
   */
  private record Making(String technique, String kind, List<List<String>> alternatives) {}

  private static final List<Making> MAKINGS =
      List.of(
          new Making("x-iam-createrole-attach", "role/",
              List.of(List.of("iam:CreateRole", "iam:AttachRolePolicy"), List.of("iam:CreateRole", "iam:PutRolePolicy"))),
          new Making("aws-new-administrator", "user/",
              List.of(
                  List.of("iam:CreateUser", "iam:AttachUserPolicy", "iam:CreateAccessKey"),
                  List.of("iam:CreateUser", "iam:PutUserPolicy", "iam:CreateAccessKey"),
                  List.of("iam:CreateUser", "iam:AttachUserPolicy", "iam:CreateLoginProfile"),
                  List.of("iam:CreateUser", "iam:PutUserPolicy", "iam:CreateLoginProfile"))));

  private final TargetDecision decisions;
  private final Writes writes;

  FreshPrincipals(AwsAuthorization authorization, Writes writes) {
    this.decisions = new TargetDecision(authorization, Writes.FREE_OF_NEW);
    this.writes = writes;
  }

  /** The decisions by technique, of those that are possible. */
  SortedMap<String, Decision> ways(AwsIdentity caller) {
    SortedMap<String, Decision> ways = new TreeMap<>();
    for (Making making : MAKINGS) {
      Decision decision = makes(caller, making);
      if (decision.possible()) {
        ways.put(making.technique, decision);
      }
    }
    return ways;
  }

  /** The way that asks least. */
  Decision best(AwsIdentity caller) {
    return ways(caller).values().stream().min(Comparator.comparingInt(FreeKeys::rank)).orElse(new Decision.Denied(false, List.of()));
  }

  /** Whether a caller may take its own boundary off; nothing when it has none. */
  Optional<Decision> unbound(AwsIdentity caller) {
    String action = caller.isUser() ? "iam:DeleteUserPermissionsBoundary" : "iam:DeleteRolePermissionsBoundary";
    if (!caller.documents().isBounded() || !mayAll(caller, List.of(action))) {
      return Optional.empty();
    }
    Demand demand = writes.to(action, caller.arn(), Map.of(), caller.documents().boundaryArn());
    return Optional.of(decisions.of(caller, Target.of(caller.arn(), List.of(demand)))).filter(Decision::possible);
  }

  private Decision makes(AwsIdentity caller, Making making) {
    Decision best = new Decision.Denied(false, List.of());
    for (List<String> actions : making.alternatives) {
      if (!mayAll(caller, actions)) {
        continue;
      }
      for (String name : NewNames.of(caller, Arn.of("iam", "", caller.account(), making.kind).text(), actions)) {
        Arn made = Arn.of("iam", "", caller.account(), making.kind + name);
        Decision decision = decisions.of(caller, Target.of(made, actions.stream().map(action -> writes.toNew(action, made)).toList()));
        best = FreeKeys.rank(decision) < FreeKeys.rank(best) ? decision : best;
        if (best instanceof Decision.Allowed) {
          return best;
        }
      }
    }
    return best;
  }

  /** Spares those who may plainly not: most. */
  private static boolean mayAll(AwsIdentity caller, List<String> actions) {
    return actions.stream().allMatch(action -> caller.documents().identity().stream()
        .flatMap(policy -> policy.document().statements().stream())
        .anyMatch(statement -> statement.allows() && statement.speaksOf(action)));
  }
}
