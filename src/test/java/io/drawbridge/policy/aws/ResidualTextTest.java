package io.drawbridge.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a decision that hangs on something says to people: alternatives apart by {@code |}, what must hold together by {@code &}. */
class ResidualTextTest {

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
    "A{'Bool':{'aws:MultiFactorAuthPresent':'true'},'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}; MFA was used & the source address is in `203.0.113.0/24`",
    "A{} D{'NotIpAddress':{'aws:SourceIp':'203.0.113.0/24'}}; the source address is in `203.0.113.0/24`",
    "A{} D{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}; the source address is not in `203.0.113.0/24`",
    "A{} D{'StringNotEquals':{'aws:SourceVpce':'vpce-1'}}; the VPC endpoint is `vpce-1`",
    "A{} D{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}; MFA was used",
    "A{} D{'Bool':{'aws:MultiFactorAuthPresent':'false'}}; MFA was used or the credentials say nothing of MFA",
    "A{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}} A{'IpAddress':{'aws:SourceIp':'198.51.100.7'}}; the source address is in `203.0.113.0/24` or `198.51.100.7`",
    "A{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}} A{'IpAddress':{'aws:SourceIp':'203.0.113.0/28'}}; the source address is in `203.0.113.0/24`",
    "A{'StringLike':{'aws:username':'a*'},'StringEquals':{'aws:username':['ann','bob']}}; the user's name is `ann`",
    "A{'StringLike':{'aws:username':'a*'}} D{'StringEquals':{'aws:username':'bob'}}; the user's name is like `a*`",
    "A{'StringLike':{'aws:username':'a*'}} D{'StringEquals':{'aws:username':'ann'}}; the user's name is like `a*` & the user's name is not `ann`",
    "A{'Null':{'aws:SourceVpc':'false'},'StringLike':{'aws:SourceVpc':'vpc-*'}}; the source VPC is like `vpc-*`",
    "A{'DateGreaterThan':{'aws:CurrentTime':'2026-01-01T00:00:00Z'}} D{'DateGreaterThan':{'aws:CurrentTime':'2026-02-01T00:00:00Z'}}; the time is after `2026-01-01T00:00:00Z` & the time is not after `2026-02-01T00:00:00Z`",
    "A{'DateGreaterThan':{'aws:CurrentTime':'2026-01-01T00:00:00Z'},'DateGreaterThanEquals':{'aws:CurrentTime':'2025-01-01T00:00:00Z'}}; the time is after `2026-01-01T00:00:00Z`",
    "A{'NumericLessThan':{'aws:MultiFactorAuthAge':'3600'},'NumericLessThanEquals':{'aws:MultiFactorAuthAge':'300'}}; the age of the MFA in seconds is at most `300`",
    "A{'Bool':{'aws:MultiFactorAuthPresent':'true'}} A{'IpAddress':{'aws:SourceIp':'203.0.113.0/24'}}; MFA was used | the source address is in `203.0.113.0/24`",
    "A{'ForAllValues:StringEquals':{'aws:TagKeys':'team'}}; each value of `aws:TagKeys` is `team`",
    "A{} D{'ForAnyValue:StringEquals':{'aws:TagKeys':'team'}}; each value of `aws:TagKeys` is not `team`",
    "A{} D{'ForAllValues:StringEquals':{'aws:TagKeys':'team'}}; some value of `aws:TagKeys` is not `team`",
    "A{} D{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-1'}}; the caller's organization is not `o-1`",
    "A{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-1'}}; 'the caller''s organization is `o-1`, if there is one'"
  })
  void whatIsLeftReadsWell(String statements, String expected) throws JsonProcessingException {
    Decision decision = decide(statements);
    assertThat(decision).isInstanceOf(Decision.Conditional.class);
    String text = ((Decision.Conditional) decision).alternatives().stream()
        .map(residual -> residual.requirements().stream().map(Requirement::text).collect(Collectors.joining(" & "))).collect(Collectors.joining(" | "));
    assertThat(text).isEqualTo(expected);
  }

  private static Decision decide(String statements) throws JsonProcessingException {
    String json = List.of(statements.split(" (?=[AD]\\{)")).stream().map(ResidualTextTest::statement).collect(Collectors.joining(","));
    var policy = new ObjectMapper().readTree("{\"Version\":\"2012-10-17\",\"Statement\":[" + json + "]}");
    var parsed = (PolicyParser.Parsed.Policy) PolicyParser.parse(policy, new DocumentRef("d", "d"), "", "p");
    var request = new AwsRequest(new AwsPrincipal.Iam(new Arn("arn:aws:iam::111122223333:user/ann")), "s3:GetObject", "arn:aws:s3:::ledger/a", "111122223333",
        RequestContext.discovery(Map.of()));
    return new AwsEvaluator().decide(request, AwsPolicies.identityOnly(List.of(new NamedPolicy("p", parsed.document()))));
  }

  private static String statement(String written) {
    return "{\"Effect\":\"" + (written.startsWith("A") ? "Allow" : "Deny") + "\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":"
        + written.substring(1).replace('\'', '"') + "}";
  }
}
