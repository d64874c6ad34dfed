package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells an administrator from one who is nearly one, by asking about actions whose loss would bind an attacker.
 *
 * <p>What the account's control policies deny to everybody does not count: a fresh administrator is asked the same. Why a panel and not
 * the text of policies: a power that is split over statements, or taken back by a deny or a boundary, is what it is when asked.
 */
final class AdministratorPanel {

  /** An action and a resource that no policy names in person. */
  private record Witness(String action, String service, String resource) {}

  private static final List<Witness> WITNESSES =
      List.of(
          new Witness("iam:CreateUser", "iam", "user/drawbridge-witness"),
          new Witness("iam:AttachUserPolicy", "iam", "user/drawbridge-witness"),
          new Witness("iam:PutUserPolicy", "iam", "user/drawbridge-witness"),
          new Witness("iam:CreateAccessKey", "iam", "user/drawbridge-witness"),
          new Witness("iam:PutRolePolicy", "iam", "role/drawbridge-witness"),
          new Witness("iam:UpdateAssumeRolePolicy", "iam", "role/drawbridge-witness"),
          new Witness("iam:PassRole", "iam", "role/drawbridge-witness"),
          new Witness("iam:CreatePolicyVersion", "iam", "policy/drawbridge-witness"),
          new Witness("ec2:RunInstances", "ec2", "instance/i-00000000000000000"),
          new Witness("lambda:UpdateFunctionCode", "lambda", "function:drawbridge-witness"),
          new Witness("ssm:SendCommand", "ssm", "managed-instance/mi-00000000000000000"),
          new Witness("secretsmanager:GetSecretValue", "secretsmanager", "secret:drawbridge-witness-000000"),
          new Witness("dynamodb:GetItem", "dynamodb", "table/drawbridge-witness"),
          new Witness("rds:ModifyDBInstance", "rds", "db:drawbridge-witness"),
          new Witness("ecr:PutImage", "ecr", "repository/drawbridge-witness"));

  private static final String REGION = "us-east-1";

  private final AwsAuthorization authorization;

  AdministratorPanel(AwsAuthorization authorization) {
    this.authorization = authorization;
  }

  /** True when whoever is asked may do all that a fresh administrator of the account may, and that is something. */
  boolean isUnrestricted(AwsIdentity identity) {
    AwsIdentity fresh = authorization.administrator(identity.account());
    boolean some = false;
    for (Witness witness : WITNESSES) {
      Decision most = decide(fresh, witness);
      some |= most.possible();
      if (most.possible() && !isAsGood(decide(identity, witness), most)) {
        return false;
      }
    }
    return some;
  }

  /** Allowed, or under the very conditions that bind everybody, such as a control policy that could not be read. */
  private static boolean isAsGood(Decision decision, Decision most) {
    return switch (decision) {
      case Decision.Allowed allowed -> true;
      case Decision.Conditional conditional -> most instanceof Decision.Conditional other && other.alternatives().equals(conditional.alternatives());
      case Decision.Denied denied -> false;
    };
  }

  private Decision decide(AwsIdentity identity, Witness witness) {
    String region = witness.service.equals("iam") ? "" : REGION;
    String resource = Arn.of(witness.service, region, identity.account(), witness.resource).text();
    return authorization.decide(identity, witness.action, resource, identity.account(), Optional.empty(), Map.of());
  }
}
