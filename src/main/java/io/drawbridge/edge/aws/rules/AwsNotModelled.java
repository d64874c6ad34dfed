package io.drawbridge.edge.aws.rules;

import java.util.List;

/** Techniques of the field's catalogues that no rule draws, each with the reason in AWS's own terms. */
public final class AwsNotModelled {

  /**
   * A technique without a rule.
   *
   * @param id the catalogue's
   * @param reason why no edge would be true, or what would have to be read first
   */
  public record Row(String id, String reason) {}

  public static final List<Row> ALL =
      List.of(
          new Row("x-codestar", "AWS ended CodeStar projects in 2024, and no call makes one any more"),
          new Row("x-autoscaling-existing-lc", "nobody can change a launch configuration, so what a new group starts from it runs only what its owner chose"),
          new Row("d-ec2-password", "the answer is encrypted for the private half of the key pair, which AWS does not keep"),
          new Row("d-ssm-cloudconnector", "who may use the role of a connector, and on what, is not stated publicly"),
          new Row("d-org-createaccount-role", "the role trusts the management account as any role may trust another account: it is drawn as sts-001"),
          new Row("x-ecs-runtask-existing", "the same calls as ecs-008, which is drawn"),
          new Row("d-org-detachscp", "who takes a control policy off enters no account by it; the administrator of an account is what its control "
              + "policies leave, and no node stands for the account without them"),
          new Row("d-org-delegatedadmin", "the power goes to the principals of another account, of which the caller must hold one already; what it may "
              + "do there in its own name is drawn from the delegations that are in force"),
          new Row("d-ec2-userdata", "user data is kept redacted and is no node of its own; who reads it does not control the instance"));

  private AwsNotModelled() {}
}
