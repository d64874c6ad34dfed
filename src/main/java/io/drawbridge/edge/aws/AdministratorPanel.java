package io.drawbridge.edge.aws;

import io.drawbridge.edge.Ruling;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tells an administrator from one who is nearly one, by asking about actions whose loss would bind an attacker.
 *
 * <p>What the account's control policies deny to everybody does not count: a fresh administrator is asked the same. Why a panel and not
 * the text of policies: a power that is split over statements, or taken back by a deny or a boundary, is what it is when asked.
 */
public final class AdministratorPanel {

  /** An action and a resource that no policy names in person. */
  private record Witness(String action, String resource) {}

  private static final String ASSUME = "sts:AssumeRole";
  private static final String DECRYPT = "kms:Decrypt";

  /** In the caller's partition and account, which stand as {@code %s}. */
  private static final List<Witness> WITNESSES =
      List.of(
          new Witness("iam:AttachUserPolicy", "arn:%s:iam::%s:user/drawbridge-witness"),
          new Witness("iam:PutUserPolicy", "arn:%s:iam::%s:user/drawbridge-witness"),
          new Witness("iam:CreateUser", "arn:%s:iam::%s:user/drawbridge-witness"),
          new Witness("iam:CreateAccessKey", "arn:%s:iam::%s:user/drawbridge-witness"),
          new Witness("iam:PutRolePolicy", "arn:%s:iam::%s:role/drawbridge-witness"),
          new Witness("iam:UpdateAssumeRolePolicy", "arn:%s:iam::%s:role/drawbridge-witness"),
          new Witness("iam:PassRole", "arn:%s:iam::%s:role/drawbridge-witness"),
          new Witness("iam:CreatePolicyVersion", "arn:%s:iam::%s:policy/drawbridge-witness"),
          new Witness("ec2:RunInstances", "arn:%s:ec2:us-east-1:%s:instance/i-00000000000000000"),
          new Witness("lambda:UpdateFunctionCode", "arn:%s:lambda:us-east-1:%s:function:drawbridge-witness"),
          new Witness("ssm:SendCommand", "arn:%s:ssm:us-east-1:%s:managed-instance/mi-00000000000000000"),
          new Witness("secretsmanager:GetSecretValue", "arn:%s:secretsmanager:us-east-1:%s:secret:drawbridge-witness-000000"),
          new Witness("s3:GetObject", "arn:%s:s3:::drawbridge-witness/drawbridge-witness"),
          new Witness("dynamodb:GetItem", "arn:%s:dynamodb:us-east-1:%s:table/drawbridge-witness"),
          new Witness("rds:ModifyDBInstance", "arn:%s:rds:us-east-1:%s:db:drawbridge-witness"),
          new Witness("ecr:PutImage", "arn:%s:ecr:us-east-1:%s:repository/drawbridge-witness"),
          new Witness(ASSUME, "arn:%s:iam::%s:role/drawbridge-witness"),
          new Witness(DECRYPT, "arn:%s:kms:us-east-1:%s:key/00000000-0000-0000-0000-000000000000"),
          new Witness("kms:CreateKey", "*"));

  private final AwsAuthorization authorization;

  /** By account, what its fresh administrator is told, in the order of the witnesses. */
  private final Map<String, List<Decision>> most = new HashMap<>();

  private final Map<String, NamedPolicy> trusts = new HashMap<>();
  private final Map<String, NamedPolicy> keys = new HashMap<>();

  public AdministratorPanel(AwsAuthorization authorization) {
    this.authorization = authorization;
  }

  /** True when whoever is asked may do all that a fresh administrator of the account may, and that is something. */
  public boolean isUnrestricted(AwsIdentity identity) {
    List<Decision> best = most(identity.account());
    boolean some = false;
    for (int i = 0; i < WITNESSES.size(); i++) {
      some |= best.get(i).possible();
      if (best.get(i).possible() && !isAsGood(decide(identity, WITNESSES.get(i)), best.get(i))) {
        return false;
      }
    }
    return some;
  }

  private List<Decision> most(String account) {
    return most.computeIfAbsent(account, none -> {
      AwsIdentity fresh = authorization.administrator(account);
      return WITNESSES.stream().map(witness -> decide(fresh, witness)).toList();
    });
  }

  /** Allowed, or under the very conditions that bind everybody, such as a control policy that could not be read. */
  private static boolean isAsGood(Decision decision, Decision most) {
    return switch (decision) {
      case Decision.Allowed allowed -> true;
      case Decision.Conditional conditional -> most instanceof Decision.Conditional other && other.alternatives().equals(conditional.alternatives());
      case Decision.Denied denied -> false;
    };
  }

  /**
   * What an administrator is shown to be by: the first thing on the panel that a fresh administrator may do.
   *
   * @throws IllegalArgumentException when {@link #isUnrestricted} is not true of the identity
   */
  public Ruling shown(AwsIdentity identity) {
    List<Decision> best = most(identity.account());
    Witness witness = IntStream.range(0, WITNESSES.size()).filter(i -> best.get(i).possible()).mapToObj(WITNESSES::get).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody administers the account `" + identity.account() + "`"));
    return authorization.rule(identity, witness.action, witness.resource.formatted(identity.arn().partition(), identity.account()), identity.account(), Optional.empty(), Map.of());
  }

  private Decision decide(AwsIdentity identity, Witness witness) {
    return authorization.decide(identity, witness.action, witness.resource.formatted(identity.arn().partition(), identity.account()), identity.account(),
        policy(witness, identity.account()), Map.of());
  }

  /** Roles and keys are reached through policies of their own: here those that leave it to the account. */
  private Optional<NamedPolicy> policy(Witness witness, String account) {
    return switch (witness.action) {
      case ASSUME -> Optional.of(trusts.computeIfAbsent(account, one -> StatedPolicy.trustOfAccount(one, "drawbridge:witness")));
      case DECRYPT -> Optional.of(keys.computeIfAbsent(account, one -> StatedPolicy.ofAccount(one, "drawbridge:witness")));
      default -> Optional.empty();
    };
  }
}
