package io.drawbridge.analysis.containment;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.NodeKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Inline policies that deny a user or a role everything, or one thing.
 *
 * <p>An explicit deny in an identity policy comes before every allow, of resource policies too, and counts for sessions that were
 * issued before. Source: IAM User Guide, "Policy evaluation logic", "Disabling permissions for temporary security credentials".
 * <b>Not modelled:</b> that somebody else in the account takes the policy off again, unless it is its administrator.
 */
final class AwsPrincipalMeasures implements MeasureRule {

  private static final String QUARANTINE = "DrawbridgeQuarantine";

  /** A narrow denial: the actions that an edge of some kind cannot do without. */
  private record Denial(ContainmentAction action, String policy, List<String> actions) {}

  private static final Map<EdgeKind, Denial> DENIALS = Map.of(
      EdgeKind.CAN_ASSUME, new Denial(ContainmentAction.DENY_ROLE_ASSUMPTION, "DrawbridgeDenyAssumeRole", List.of("sts:AssumeRole")),
      EdgeKind.CAN_PASS_ROLE, new Denial(ContainmentAction.DENY_PASSING_ROLES, "DrawbridgeDenyPassRole", List.of("iam:PassRole")),
      EdgeKind.CAN_FEDERATE, new Denial(
          ContainmentAction.DENY_WEB_IDENTITY_TOKENS, "DrawbridgeDenyWebIdentityToken",
          List.of("sts:GetWebIdentityToken", "cognito-identity:GetOpenIdTokenForDeveloperIdentity")),
      EdgeKind.CAN_READ_SECRET, new Denial(ContainmentAction.DENY_SECRET_READS, "DrawbridgeDenySecrets", List.of(
          "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ssm:GetParameterHistory")));

  @Override
  public void propose(Site site, Consumer<Measure> measures) {
    boolean principal = site.fromKind() == NodeKind.IAM_USER || site.fromKind() == NodeKind.IAM_ROLE;
    if (!principal || !Principals.DEEDS.contains(site.kind()) || !(site.image().id(site.from()) instanceof Arn arn) || !isOwn(arn)) {
      return;
    }
    measures.accept(quarantine(site, arn));
    Denial denial = DENIALS.get(site.kind());
    if (denial != null) {
      measures.accept(deny(site, arn, denial));
    }
  }

  /** False for the root user and for roles that only AWS changes. */
  static boolean isOwn(Arn arn) {
    return !arn.resource().equals("root") && !arn.resource().startsWith("role/aws-service-role/")
        && !arn.resource().startsWith("role/aws-reserved/");
  }

  private static Measure quarantine(Site site, Arn arn) {
    boolean user = site.fromKind() == NodeKind.IAM_USER;
    var action = user ? ContainmentAction.QUARANTINE_USER : ContainmentAction.QUARANTINE_ROLE;
    return new Measure(action, site.from(), "", List.of(new Cut.OutOf(site.from(), Principals.DEEDS)), false,
        inlinePolicy(arn, user, QUARANTINE, denying(List.of("*"))), List.of(AwsTexts.trail(arn)));
  }

  private static Measure deny(Site site, Arn arn, Denial denial) {
    boolean user = site.fromKind() == NodeKind.IAM_USER;
    return new Measure(denial.action(), site.from(), "", List.of(new Cut.OutOf(site.from(), Set.of(site.kind()))), false,
        inlinePolicy(arn, user, denial.policy(), denying(denial.actions())), List.of(AwsTexts.trail(arn)));
  }

  /** Puts an inline policy on a user or a role, and takes it off. */
  static Runbook inlinePolicy(Arn arn, boolean user, String policy, String document) {
    String kind = user ? "user" : "role";
    String grant = user ? "UserPolicy" : "RolePolicy";
    Command put = Command.of("aws", "iam", "put-" + kind + "-policy", "--" + kind + "-name", arn.name(), "--policy-name", policy,
        "--policy-document", document);
    Command delete =
        Command.of("aws", "iam", "delete-" + kind + "-policy", "--" + kind + "-name", arn.name(), "--policy-name", policy);
    return new Runbook(List.of(put), List.of("iam:Put" + grant, "iam:Delete" + grant), List.of(delete));
  }

  private static String denying(List<String> actions) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":[\"" + String.join("\",\"", actions)
        + "\"],\"Resource\":\"*\"}]}";
  }
}
