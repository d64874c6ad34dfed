package io.drawbridge.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the managed policies that ship can do; source: AWS Managed Policy Reference. */
class ReferencePoliciesTest {

  private static final Arn USER = new Arn("arn:aws:iam::111122223333:user/ann");

  @ParameterizedTest
  @CsvSource({
    "AdministratorAccess, iam:CreateUser, true",
    "PowerUserAccess, ec2:RunInstances, true",
    "PowerUserAccess, iam:ListRoles, true",
    "PowerUserAccess, iam:CreateUser, false",
    "PowerUserAccess, iam:PassRole, false",
    "PowerUserAccess, organizations:LeaveOrganization, false",
    "IAMFullAccess, iam:CreateAccessKey, true",
    "IAMFullAccess, sts:AssumeRole, false",
    "AmazonS3FullAccess, s3:PutObject, true",
    "AmazonS3ReadOnlyAccess, s3:GetObject, true",
    "AmazonS3ReadOnlyAccess, s3:PutObject, false",
    "AmazonEC2FullAccess, ec2:RunInstances, true",
    "AmazonEC2FullAccess, iam:PassRole, false",
    "AmazonSSMManagedInstanceCore, ssm:GetParameter, true",
    "AmazonSSMManagedInstanceCore, ssm:SendCommand, false",
    "AmazonSSMReadOnlyAccess, ssm:GetParameter, true",
    "AmazonSSMReadOnlyAccess, ssm:StartSession, false",
    "service-role/AWSLambdaBasicExecutionRole, logs:PutLogEvents, true",
    "service-role/AWSLambdaBasicExecutionRole, s3:GetObject, false",
    "AWSLambda_FullAccess, lambda:UpdateFunctionCode, true",
    "AWSLambda_FullAccess, iam:PassRole, false",
    "SecretsManagerReadWrite, secretsmanager:GetSecretValue, true",
    "SecretsManagerReadWrite, kms:Decrypt, false",
  })
  void thePoliciesGrantWhatTheyGrant(String name, String action, boolean expected) {
    NamedPolicy policy = ReferencePolicies.find("arn:aws:iam::aws:policy/" + name).orElseThrow();
    var request = new AwsRequest(new AwsPrincipal.Iam(USER), action, "*", "", RequestContext.strict(Map.of()));
    Decision decision = new AwsEvaluator().decide(request, AwsPolicies.identityOnly(List.of(policy)));
    assertThat(decision.possible()).isEqualTo(expected);
  }

  @Test
  void anUnknownPolicyIsNotFound() {
    assertThat(ReferencePolicies.find("arn:aws:iam::aws:policy/ReadOnlyAccess")).isEmpty();
    assertThat(ReferencePolicies.find("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole")).isEmpty();
    assertThat(ReferencePolicies.find("arn:aws:iam::111122223333:policy/AdministratorAccess")).isEmpty();
    assertThat(ReferencePolicies.all()).hasSize(11);
  }
}
