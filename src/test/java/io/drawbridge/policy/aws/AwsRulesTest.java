package io.drawbridge.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.Decision;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of AWS that are no policy's: sources stand in {@link AwsOwned}, {@link PrincipalMatch} and {@link Values}. */
class AwsRulesTest {

  private static final Arn ROLE = new Arn("arn:aws:iam::111122223333:role/app/deploy");

  @ParameterizedTest
  @CsvSource({
    "iam:CreatePolicyVersion, arn:aws:iam::aws:policy/ReadOnlyAccess, true",
    "iam:GetPolicyVersion, arn:aws:iam::aws:policy/ReadOnlyAccess, false",
    "iam:CreatePolicyVersion, arn:aws:iam::111122223333:policy/ReadOnlyAccess, false",
    "iam:PutRolePolicy, arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1, true",
    "iam:PutRolePolicy, arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_1, false",
    "sts:AssumeRole, arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1, false",
    "iam:UpdateAssumeRolePolicy, arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS, true",
    "iam:DeleteServiceLinkedRole, arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS, false",
    "iam:AttachRolePolicy, arn:aws:iam::111122223333:role/service-role/lambda, false",
    "kms:UpdateAlias, arn:aws:kms:eu-west-1:111122223333:alias/aws/s3, true",
    "kms:UpdateAlias, arn:aws:kms:eu-west-1:111122223333:alias/awsome, false",
    "kms:DescribeKey, arn:aws:kms:eu-west-1:111122223333:alias/aws/s3, false"
  })
  void whatAwsOwnsNobodyChanges(String action, String resource, boolean refused) throws IOException {
    NamedPolicy all = policy("{'Effect':'Allow','Action':'*','Resource':'*'}");
    var request = new AwsRequest(new AwsPrincipal.Iam(new Arn("arn:aws:iam::111122223333:user/ann")), action, resource, "111122223333",
        RequestContext.strict(Map.of()));
    boolean denied = AwsOwned.refuses(request);
    assertThat(denied).isEqualTo(refused);
    if (refused) {
      assertThat(new AwsEvaluator().decide(request, AwsPolicies.identityOnly(List.of(all))).possible()).isFalse();
    }
  }

  @Test
  void aRoleMayTakeTheSessionNameThatAGrantAsksFor() throws IOException {
    String session = "arn:aws:sts::111122223333:assumed-role/deploy/nightly";
    assertThat(asRole(session, RequestContext.discovery(Map.of()))).isInstanceOf(Decision.Conditional.class);
    assertThat(asRole(session, RequestContext.discovery(Map.of("sts:RoleSessionName", List.of("nightly"))))).isInstanceOf(Decision.Allowed.class);
    assertThat(asRole(session, RequestContext.discovery(Map.of("sts:RoleSessionName", List.of("daily"))))).isInstanceOf(Decision.Denied.class);
    assertThat(asRole(session, RequestContext.strict(Map.of()))).isInstanceOf(Decision.Denied.class);
    assertThat(asRole(session.replace("deploy", "deploy2"), RequestContext.discovery(Map.of()))).isInstanceOf(Decision.Denied.class);
    assertThat(asRole(session.replace("1111", "2111"), RequestContext.discovery(Map.of()))).isInstanceOf(Decision.Denied.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "NotIpAddress   | aws:SourceIp  | 203.0.113.0/24              | 198.51.100.1                 | true",
    "NotIpAddress   | aws:SourceIp  | 203.0.113.0/24              | 203.0.113.9                  | false",
    "NotIpAddress   | aws:SourceIp  | 203.0.113.0/24              | lambda.amazonaws.com         | false",
    "ArnNotLike     | aws:SourceArn | arn:aws:iam::*:user/ann     | arn:aws:iam::1:user/bob      | true",
    "ArnNotLike     | aws:SourceArn | arn:aws:iam::*:user/ann     | bob                          | false",
    "NumericNotEquals | s3:max-keys | 10                          | ten                          | false",
    "StringNotEquals  | s3:prefix   | 10                          | ten                          | true"
  })
  void onlyWhatCanBeComparedDiffers(String operator, String key, String wanted, String actual, boolean expected) throws IOException {
    NamedPolicy policy = policy("{'Effect':'Allow','Action':'s3:ListBucket','Resource':'*','Condition':{'" + operator + "':{'" + key + "':'" + wanted + "'}}}");
    var request = new AwsRequest(new AwsPrincipal.Iam(ROLE), "s3:ListBucket", "arn:aws:s3:::logs", "111122223333",
        RequestContext.strict(Map.of(key, List.of(actual))));
    assertThat(new AwsEvaluator().decide(request, AwsPolicies.identityOnly(List.of(policy))).possible()).isEqualTo(expected);
  }

  private static Decision asRole(String named, RequestContext context) throws IOException {
    NamedPolicy bucket = policy("{'Effect':'Allow','Principal':{'AWS':'" + named + "'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::logs/*'}");
    var policies = new AwsPolicies(List.of(), Optional.of(bucket), Optional.empty(), List.of(), List.of(), Optional.empty(), List.of());
    return new AwsEvaluator().decide(
        new AwsRequest(new AwsPrincipal.Iam(ROLE), "s3:GetObject", "arn:aws:s3:::logs/a", "111122223333", context), policies);
  }

  private static NamedPolicy policy(String statement) throws IOException {
    var json = new ObjectMapper().readTree(("{'Version':'2012-10-17','Statement':[" + statement + "]}").replace('\'', '"'));
    var parsed = PolicyParser.parse(json, new DocumentRef("p", "p"), "", "p");
    return new NamedPolicy("p", ((PolicyParser.Parsed.Policy) parsed).document());
  }
}
