package io.drawbridge.analysis.containment;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.AccessKeyId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.NodeKind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Access keys, group memberships and trust policies of IAM.
 *
 * <p>Source: AWS CLI reference, iam update-access-key, remove-user-from-group, update-assume-role-policy.
 */
final class AwsCredentialMeasures implements MeasureRule {

  private static final String NOBODY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"sts:*\"}]}";

  private static final Set<EdgeKind> BY_TRUST = Set.of(EdgeKind.CAN_ASSUME, EdgeKind.CAN_FEDERATE, EdgeKind.CAN_PASS_ROLE);

  @Override
  public void propose(Site site, Consumer<Measure> measures) {
    ResourceId from = site.image().id(site.from());
    ResourceId to = site.image().id(site.to());
    if (from instanceof AccessKeyId key && to instanceof Arn user && site.toKind() == NodeKind.IAM_USER) {
      measures.accept(disable(site, key, user));
    }
    if (site.kind() == EdgeKind.MEMBER_OF && from instanceof Arn user && to instanceof Arn group && site.toKind() == NodeKind.IAM_GROUP) {
      measures.accept(leave(site, user, group));
    }
    if (BY_TRUST.contains(site.kind()) && to instanceof Arn role && site.toKind() == NodeKind.IAM_ROLE && AwsPrincipalMeasures.isOwn(role)) {
      measures.accept(closeTrust(site, role));
    }
  }

  private static Measure disable(Site site, AccessKeyId key, Arn user) {
    var runbook = new Runbook(List.of(status(key, user, "Inactive")), List.of("iam:UpdateAccessKey"), List.of(status(key, user, "Active")));
    return new Measure(ContainmentAction.DISABLE_ACCESS_KEY, site.from(), "",
        List.of(new Cut.OutOf(site.from(), Set.of(EdgeKind.AUTHENTICATES_AS))), false, runbook,
        List.of("CloudTrail events of access key " + key.keyId(), "the answer of `aws iam get-access-key-last-used --access-key-id " + key.keyId() + "`"));
  }

  private static Command status(AccessKeyId key, Arn user, String status) {
    return Command.of("aws", "iam", "update-access-key", "--user-name", user.name(), "--access-key-id", key.keyId(), "--status", status);
  }

  private static Measure leave(Site site, Arn user, Arn group) {
    var runbook = new Runbook(List.of(membership("remove-user-from-group", user, group)),
        List.of("iam:RemoveUserFromGroup", "iam:AddUserToGroup"), List.of(membership("add-user-to-group", user, group)));
    return new Measure(ContainmentAction.REMOVE_USER_FROM_GROUP, site.from(), group.text(),
        List.of(new Cut.Between(site.from(), site.to(), Set.of(EdgeKind.MEMBER_OF))), false, runbook, List.of(AwsTexts.trail(user)));
  }

  private static Command membership(String verb, Arn user, Arn group) {
    return Command.of("aws", "iam", verb, "--user-name", user.name(), "--group-name", group.name());
  }

  private static Measure closeTrust(Site site, Arn role) {
    String saved = "trust-of-" + role.account() + "-" + role.name() + ".json";
    var runbook = new Runbook(List.of(trust(role, NOBODY)), List.of("iam:GetRole", "iam:UpdateAssumeRolePolicy"),
        List.of(trust(role, "file://" + saved)));
    return new Measure(ContainmentAction.CLOSE_ROLE_TRUST, site.to(), "", List.of(new Cut.Into(site.to(), BY_TRUST)), false, runbook,
        List.of("the trust policy, for the way back: `aws iam get-role --role-name " + role.name()
            + " --query Role.AssumeRolePolicyDocument --output json` into " + saved, AwsTexts.trail(role)));
  }

  private static Command trust(Arn role, String document) {
    return Command.of("aws", "iam", "update-assume-role-policy", "--role-name", role.name(), "--policy-document", document);
  }
}
