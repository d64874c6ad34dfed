package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.NewNames;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a principal can make one that nothing but the organization's control policies limits (DESIGN §2, Privileges).
 *
 * <p>A user or role that the caller creates has no boundary and no denies, and is given every permission. A principal under a boundary that
 * demands the same boundary of whatever it creates makes no such one. Source: IAM User Guide,
 * "Permissions boundaries for IAM entities" (delegating to others using boundaries).
 */
final class FreshPrincipals {

  /**
   * A principal made from nothing.
   *
   * @param kind of principal, as ARNs begin: {@code role/}
   * @param alternatives each a list of actions that must all be allowed on one name
   */
  private record Making(Technique technique, String kind, List<List<String>> alternatives) {}

  private static final List<Making> MAKINGS =
      List.of(
          new Making(new Technique("x-iam-createrole-attach", "makes a role that may do everything and takes a session of it", "T1098.003",
                  "demand a permissions boundary of every role that is created"), "role/",
              List.of(List.of("iam:CreateRole", "iam:AttachRolePolicy"), List.of("iam:CreateRole", "iam:PutRolePolicy"))),
          new Making(new Technique("aws-new-administrator", "makes a user that may do everything and signs in as it", "T1136.003",
                  "demand a permissions boundary of every user that is created"), "user/",
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

  static List<Technique> techniques() {
    return MAKINGS.stream().map(Making::technique).toList();
  }

  /** Every action that making one can need. */
  static List<String> actions() {
    return MAKINGS.stream().flatMap(making -> making.alternatives.stream()).flatMap(List::stream).distinct().toList();
  }

  /** The decisions by technique, of those that are possible. */
  Map<Technique, Decision> ways(AwsIdentity caller) {
    Map<Technique, Decision> ways = new LinkedHashMap<>();
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

  private Decision makes(AwsIdentity caller, Making making) {
    Decision best = new Decision.Denied(false, List.of());
    for (List<String> actions : making.alternatives) {
      if (!caller.documents().mayAll(actions)) {
        continue;
      }
      for (String name : NewNames.of(caller, caller.arn().beside("iam", "", making.kind).text(), actions)) {
        Arn made = caller.arn().beside("iam", "", making.kind + name);
        Decision decision = decisions.of(caller, Target.of(made, actions.stream().map(action -> writes.toNew(action, made)).toList()));
        best = FreeKeys.rank(decision) < FreeKeys.rank(best) ? decision : best;
        if (best instanceof Decision.Allowed) {
          return best;
        }
      }
    }
    return best;
  }
}
