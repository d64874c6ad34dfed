package io.drawbridge.analysis.containment;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.NodeKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Ends the sessions of a role that an attacker holds, and of everybody else who has one.
 *
 * <p>Source: IAM User Guide, "Revoke IAM role temporary security credentials": the policy that its console puts on a role.
 */
final class HeldSessions {

  private static final String POLICY = "AWSRevokeOlderSessions";

  private HeldSessions() {}

  /** The measure against a held node; empty when it is no role, or one that only AWS changes. */
  static Optional<Measure> revoke(Image image, int node, Instant now) {
    boolean role = image.kind(node) == NodeKind.IAM_ROLE;
    if (!role || !(image.id(node) instanceof Arn arn) || !AwsPrincipalMeasures.isOwn(arn)) {
      return Optional.empty();
    }
    String document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":[\"*\"],\"Resource\":[\"*\"],"
        + "\"Condition\":{\"DateLessThan\":{\"aws:TokenIssueTime\":\"" + now.truncatedTo(ChronoUnit.SECONDS) + "\"}}}]}";
    Runbook runbook = AwsPrincipalMeasures.inlinePolicy(arn, false, POLICY, document);
    return Optional.of(new Measure(
        ContainmentAction.REVOKE_ROLE_SESSIONS, node, "", List.of(), true, runbook, List.of(AwsTexts.trail(arn))));
  }
}
