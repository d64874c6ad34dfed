package io.drawbridge.edge.aws.iam;

import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A principal rewrites what decides about itself: one row for each way.
 *
 * <p>Source: IAM User Guide, "Permissions boundaries for IAM entities" (a boundary can be taken off, replaced or, as a policy of the
 * customer's own, rewritten) and "Versioning IAM policies". <b>Not modelled:</b> making room for an inline policy beyond the size limit.
 *
 * @param ofUser whether users or roles have the way, or both when empty
 */
record SelfRewrite(Rewrite rewrite, Optional<Boolean> ofUser, Technique technique) {

  private static final String SELF = "T1098.003";

  static final List<SelfRewrite> ALL =
      List.of(
          new SelfRewrite(Rewrite.INLINE, Optional.of(true),
              new Technique("iam-007", "writes an inline policy of its own user", SELF,
                  "allow iam:PutUserPolicy on other users only, and under a boundary")),
          new SelfRewrite(Rewrite.ATTACH, Optional.of(true),
              new Technique("iam-008", "attaches a policy to its own user", SELF,
                  "limit iam:AttachUserPolicy by iam:PolicyARN to policies that are harmless")),
          new SelfRewrite(Rewrite.INLINE, Optional.of(false),
              new Technique("iam-005", "writes an inline policy of its own role", SELF,
                  "allow iam:PutRolePolicy on other roles only, and under a boundary")),
          new SelfRewrite(Rewrite.ATTACH, Optional.of(false),
              new Technique("iam-009", "attaches a policy to its own role", SELF,
                  "limit iam:AttachRolePolicy by iam:PolicyARN to policies that are harmless")),
          new SelfRewrite(Rewrite.GROUP_ATTACH, Optional.of(true),
              new Technique("iam-010", "attaches a policy to a group of its user", SELF,
                  "allow iam:AttachGroupPolicy to nobody who is in the group")),
          new SelfRewrite(Rewrite.GROUP_INLINE, Optional.of(true),
              new Technique("iam-011", "writes an inline policy of a group of its user", SELF,
                  "allow iam:PutGroupPolicy to nobody who is in the group")),
          new SelfRewrite(Rewrite.VERSION, Optional.empty(),
              new Technique("iam-001", "writes a new version of a policy that applies to itself", SELF,
                  "allow iam:CreatePolicyVersion to nobody to whom the policy applies")),
          new SelfRewrite(Rewrite.OLD_VERSION, Optional.empty(),
              new Technique("x-iam-setdefaultpolicyversion", "goes back to a version of a policy that gave more", SELF,
                  "delete versions of policies that are no longer wanted")),
          new SelfRewrite(Rewrite.UNBOUND, Optional.of(true),
              new Technique("iam-022", "takes the boundary off its own user", SELF,
                  "deny iam:DeleteUserPermissionsBoundary in the boundary itself")),
          new SelfRewrite(Rewrite.UNBOUND, Optional.of(false),
              new Technique("aws-unbound-role", "takes the boundary off its own role", SELF,
                  "deny iam:DeleteRolePermissionsBoundary in the boundary itself")),
          new SelfRewrite(Rewrite.REBOUND, Optional.empty(),
              new Technique("aws-replace-boundary", "puts another boundary in the place of its own", SELF,
                  "deny iam:PutUserPermissionsBoundary and iam:PutRolePermissionsBoundary in the boundary itself")),
          new SelfRewrite(Rewrite.BOUNDARY_VERSION, Optional.empty(),
              new Technique("aws-rewrite-boundary", "writes a new version of its own boundary", SELF,
                  "deny iam:CreatePolicyVersion on boundaries to all who are under them")));

  /** The possible decisions by technique; the boundary comes first, because whom it alone holds back needs no other policies. */
  static Map<Technique, Decision> ways(AccountPower power, AwsIdentity identity, Decision before) {
    Map<Technique, Decision> ways = new LinkedHashMap<>();
    ways(power, identity, before, true, ways);
    ways(power, identity, ways.values().stream().reduce(before, Decisions::better), false, ways);
    return ways;
  }

  private static void ways(AccountPower power, AwsIdentity identity, Decision before, boolean ofBoundary, Map<Technique, Decision> ways) {
    for (SelfRewrite row : ALL) {
      if (row.rewrite.isOfBoundary() == ofBoundary && row.speaks(identity)) {
        power.rewrites().bearer(identity).map(bearer -> row.best(power, bearer, before)).filter(Decision::possible).ifPresent(best -> ways.put(row.technique, best));
      }
    }
  }

  private boolean speaks(AwsIdentity identity) {
    return ofUser.orElse(identity.isUser()) == identity.isUser() && identity.documents().mayAll(List.of(rewrite.action(identity.isUser())));
  }

  private Decision best(AccountPower power, Bearer bearer, Decision before) {
    Decision best = Decisions.NO;
    for (Change change : power.rewrites().of(bearer, rewrite)) {
      Decision may = power.may(bearer.identity(), change.demands());
      if (may.possible()) {
        best = Decisions.better(best, Decisions.and(may, power.gained(change.after(), before)));
      }
    }
    return best;
  }
}
