package io.drawbridge.collect.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.Scope;
import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.FileReport.Outcome;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.InputLimits;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.inventory.Document;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsRecognitionTest {

  private static final String ACCOUNT = "111122223333";

  @TempDir Path folder;
  private Inputs inputs;

  @BeforeEach
  void inputs() {
    inputs = new Inputs(folder);
  }

  @Test
  void aNameAndItsFoldersSayOperationSubjectAccountAndRegion() throws IOException {
    Document document = inputs.with(ACCOUNT + "/eu-west-1/get-policy__app~handler.json", "{\"Policy\":\"{}\"}").document();
    assertThat(document.operation().toString()).isEqualTo("lambda:get-policy");
    assertThat(document.subject()).isEqualTo("app/handler");
    assertThat(document.scope()).isEqualTo(Scope.account(ACCOUNT));
    assertThat(document.region()).isEqualTo("eu-west-1");
  }

  @Test
  void aServiceInTheNameDecidesBetweenTwoThatShareAnOperation() throws IOException {
    inputs.with(ACCOUNT + "/eu-west-1/kms-list-grants__k1.json", "{\"Grants\":[]}")
        .with(ACCOUNT + "/eu-west-1/identitystore-list-users.json", "{\"Users\":[]}");
    assertThat(inputs.read().documents()).extracting(document -> document.operation().toString())
        .containsExactlyInAnyOrder("kms:list-grants", "identitystore:list-users");
  }

  @Test
  void anEmptyListThatTwoServicesShareIsAmbiguousWithoutIt() throws IOException {
    FileReport report = inputs.with(ACCOUNT + "/eu-west-1/list-users.json", "{\"Users\":[]}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.AMBIGUOUS);
    assertThat(report.message()).contains("iam list-users").contains("identitystore list-users");
  }

  @Test
  void answersOfIdentityCenterAreToldByTheirNames() throws IOException {
    String folder = ACCOUNT + "/eu-west-1/";
    String set = "arn:aws:sso:::permissionSet~ssoins-1~ps-1.json";
    inputs.with(folder + "sso-admin-list-instances.json", "{\"Instances\":[]}")
        .with(folder + "describe-permission-set__" + set, "{\"PermissionSet\":{\"PermissionSetArn\":\"arn:aws:sso:::permissionSet/ssoins-1/ps-1\"}}")
        .with(folder + "get-inline-policy-for-permission-set__" + set, "{\"InlinePolicy\":\"\"}")
        .with(folder + "list-account-assignments.json", "{\"AccountAssignments\":[]}")
        .with(folder + "list-group-memberships__g-1.json", "{\"GroupMemberships\":[]}")
        .with(ACCOUNT + "/global/list-delegated-services-for-account__" + ACCOUNT + ".json", "{\"DelegatedServices\":[]}")
        .with(folder + "describe-identity-pool.json", "{\"IdentityPoolId\":\"eu-west-1:1\"}");
    assertThat(inputs.read().documents()).extracting(document -> document.operation().toString())
        .containsExactlyInAnyOrder("sso-admin:list-instances", "sso-admin:describe-permission-set", "sso-admin:get-inline-policy-for-permission-set",
            "sso-admin:list-account-assignments", "identitystore:list-group-memberships", "organizations:list-delegated-services-for-account",
            "cognito-identity:describe-identity-pool");
    assertThat(inputs.read().documents()).extracting(Document::subject).contains("arn:aws:sso:::permissionSet/ssoins-1/ps-1");
  }

  @Test
  void contentDecidesBetweenTwoThatShareAnOperation() throws IOException {
    Document document = inputs.with(ACCOUNT + "/eu-west-1/list-users.json", "{\"Users\":[{\"UserId\":\"u\",\"IdentityStoreId\":\"d-1\"}]}").document();
    assertThat(document.operation().toString()).isEqualTo("identitystore:list-users");
  }

  @Test
  void aNameAndAContentThatDisagreeAreMalformed() throws IOException {
    FileReport report = inputs.with(ACCOUNT + "/eu-west-1/describe-vpcs.json", "{\"Subnets\":[]}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(report.message()).contains("describe-vpcs").contains("Vpcs");
  }

  @Test
  void aPolicyWithoutNameFitsSeveralOperations() throws IOException {
    FileReport report = inputs.with(ACCOUNT + "/eu-west-1/dump.json", "{\"Policy\":\"{}\"}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.AMBIGUOUS);
  }

  @Test
  void anAnswerThatDoesNotNameItsResourceNeedsASubject() throws IOException {
    FileReport report = inputs.with(ACCOUNT + "/global/get-bucket-policy.json", "{\"Policy\":\"{}\"}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.AMBIGUOUS);
    assertThat(report.message()).contains("get-bucket-policy__");
  }

  @Test
  void aPublicAccessBlockIsTheBucketsWithASubjectAndTheAccountsWithout() throws IOException {
    inputs.with(ACCOUNT + "/global/get-public-access-block__logs.json", "{\"PublicAccessBlockConfiguration\":{}}")
        .with(ACCOUNT + "/global/get-public-access-block.json", "{\"PublicAccessBlockConfiguration\":{}}");
    assertThat(inputs.read().documents()).extracting(document -> document.operation() + " " + document.subject())
        .containsExactlyInAnyOrder("s3:get-public-access-block logs", "s3control:get-public-access-block ");
  }

  @Test
  void aWrapperSaysWhatTheNameDoesNot() throws IOException {
    String wrapper = """
        {"request":{"service":"s3api","operation":"GetBucketPolicy","parameters":{"Bucket":"logs"}},"response":{"Policy":{"Statement":[]}}}
        """;
    Document document = inputs.with(ACCOUNT + "/global/whatever.json", wrapper).document();
    assertThat(document.operation().toString()).isEqualTo("s3:get-bucket-policy");
    assertThat(document.subject()).isEqualTo("logs");
    assertThat(document.parameters()).containsEntry("Bucket", "logs");
  }

  @Test
  void aWrapperAroundAnotherAnswerIsMalformed() throws IOException {
    String wrapper = "{\"request\":{\"service\":\"ec2\",\"operation\":\"describe-vpcs\",\"parameters\":{}},\"response\":{\"Subnets\":[]}}";
    assertThat(inputs.with(ACCOUNT + "/eu-west-1/w.json", wrapper).report().outcome()).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void theContentsOwnAccountCountsOverTheFolder() throws IOException {
    String roles = "{\"RoleDetailList\":[{\"Arn\":\"arn:aws:iam::444455556666:role/a\"}]}";
    assertThat(inputs.with(ACCOUNT + "/global/x.json", roles).document().scope()).isEqualTo(Scope.account("444455556666"));
  }

  @Test
  void whatTheUserSaysCountsOverEverything() throws IOException {
    String roles = "{\"RoleDetailList\":[{\"Arn\":\"arn:aws:iam::444455556666:role/a\"}]}";
    inputs.with(ACCOUNT + "/global/x.json", roles);
    Document document = inputs.read(new ImportOptions("777788889999", "", "", InputLimits.ofThisMachine())).documents().getFirst();
    assertThat(document.scope()).isEqualTo(Scope.account("777788889999"));
  }

  @Test
  void accountsThatAreOnlyMentionedDoNotCount() throws IOException {
    String roles = """
        {"RoleDetailList":[{"Arn":"arn:aws:iam::111122223333:role/a","AssumeRolePolicyDocument":{"Statement":[
        {"Principal":{"AWS":"arn:aws:iam::999999999999:root"}}]},"PermissionsBoundary":{"PermissionsBoundaryArn":"arn:aws:iam::888888888888:policy/b"}}]}
        """;
    assertThat(inputs.with("x.json", roles).document().scope()).isEqualTo(Scope.account(ACCOUNT));
  }

  @Test
  void theAccountsThatAStackSetIsDeployedToDoNotOwnIt() throws IOException {
    Document document = inputs.with(ACCOUNT + "/eu-west-1/stacks.json",
        "{\"Summaries\":[{\"StackSetId\":\"base:1\",\"Account\":\"444455556666\",\"Region\":\"us-east-1\"}]}").document();
    assertThat(document.operation().toString()).isEqualTo("cloudformation:list-stack-instances");
    assertThat(document.scope()).isEqualTo(Scope.account(ACCOUNT));
  }

  @Test
  void anOwnersOwnSubnetsInASharedNetworkDoNotMoveTheFileOutOfItsFolder() throws IOException {
    String subnets = "{\"Subnets\":[{\"SubnetId\":\"s\",\"OwnerId\":\"999999999999\",\"AvailabilityZone\":\"eu-west-1a\"}]}";
    Document document = inputs.with(ACCOUNT + "/eu-west-1/describe-subnets.json", subnets).document();
    assertThat(document.scope()).isEqualTo(Scope.account(ACCOUNT));
  }

  @Test
  void aFileThatNothingGivesAnAccountToIsAmbiguous() throws IOException {
    FileReport report = inputs.with("list-buckets.json", "{\"Buckets\":[{\"Name\":\"b\"}]}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.AMBIGUOUS);
    assertThat(report.message()).contains("--account");
  }

  @Test
  void theCallersIdentityBesideAFileGivesItAnAccount() throws IOException {
    inputs.with("dump/list-buckets.json", "{\"Buckets\":[{\"Name\":\"b\"}]}")
        .with("dump/sts-get-caller-identity.json", "{\"Account\":\"" + ACCOUNT + "\",\"Arn\":\"arn:aws:iam::" + ACCOUNT + ":user/u\",\"UserId\":\"U\"}")
        .with("elsewhere/list-buckets.json", "{\"Buckets\":[{\"Name\":\"b\"}]}");
    assertThat(inputs.read().report().files()).extracting(FileReport::outcome)
        .containsExactly(Outcome.RECOGNISED, Outcome.RECOGNISED, Outcome.AMBIGUOUS);
  }

  @Test
  void regionalAnswersNeedARegionAndGlobalOnesHaveNone() throws IOException {
    inputs.with(ACCOUNT + "/describe-vpcs.json", "{\"Vpcs\":[]}").with(ACCOUNT + "/list-buckets.json", "{\"Buckets\":[]}");
    assertThat(inputs.read().report().files()).extracting(FileReport::outcome).containsExactly(Outcome.AMBIGUOUS, Outcome.RECOGNISED);
  }

  @Test
  void aFolderPerOperationHoldsAFilePerSubject() throws IOException {
    Document document = inputs.with(ACCOUNT + "/us-east-1/sns-get-topic-attributes/arn%3Aaws%3Asns%3Aus-east-1%3A111122223333%3Aevents",
        "{\"Attributes\":{\"TopicArn\":\"arn:aws:sns:us-east-1:111122223333:events\"}}").document();
    assertThat(document.operation().toString()).isEqualTo("sns:get-topic-attributes");
    assertThat(document.subject()).isEqualTo("arn:aws:sns:us-east-1:111122223333:events");
  }

  @Test
  void anAnswerThatSaysThereIsMoreIsPartial() throws IOException {
    inputs.with(ACCOUNT + "/eu-west-1/describe-vpcs.json", "{\"Vpcs\":[],\"NextToken\":\"t\"}")
        .with(ACCOUNT + "/eu-west-1/describe-subnets.json", "{\"Subnets\":[],\"NextToken\":null}");
    assertThat(inputs.read().coverage()).extracting(entry -> entry.operation().name() + " " + entry.status())
        .containsExactly("describe-subnets " + CoverageStatus.COMPLETE, "describe-vpcs " + CoverageStatus.PARTIAL);
  }

  @Test
  void pagesInOneFileOrInSeveralAreCompleteOnceTheLastIsThere() throws IOException {
    inputs.with(ACCOUNT + "/eu-west-1/describe-vpcs.json", "{\"Vpcs\":[],\"NextToken\":\"t\"}\n{\"Vpcs\":[{\"VpcId\":\"v\"}]}");
    assertThat(inputs.read().documents()).hasSize(2);
    assertThat(inputs.read().coverage()).singleElement().extracting("status").isEqualTo(CoverageStatus.COMPLETE);
  }

  @Test
  void anUnknownOperationIsSkippedByName() throws IOException {
    FileReport report = inputs.with(ACCOUNT + "/eu-west-1/wafv2-get-web-acl__a.json", "{\"WebACL\":{}}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(report.message()).contains("wafv2-get-web-acl");
  }

  @Test
  void aPolicyOfIamAndAFunctionsPolicyAreToldApartByTheirContent() throws IOException {
    inputs.with(ACCOUNT + "/eu-west-1/get-policy__f.json", "{\"Policy\":\"{}\"}")
        .with(ACCOUNT + "/global/get-policy__p.json", "{\"Policy\":{\"DefaultVersionId\":\"v1\",\"Arn\":\"arn:aws:iam::111122223333:policy/p\"}}")
        .with(ACCOUNT + "/eu-west-1/get-policy__g.json", "{\"Policy\":{\"Statement\":[]}}");
    assertThat(inputs.read().documents()).extracting(document -> document.operation() + " " + document.subject())
        .containsExactlyInAnyOrder("lambda:get-policy f", "iam:get-policy p", "lambda:get-policy g");
  }

  @Test
  void anAccountOfAnOrganizationIsNoCaller() throws IOException {
    Document document = inputs.with(ACCOUNT + "/global/x.json",
        "{\"Account\":{\"Id\":\"444455556666\",\"JoinedMethod\":\"CREATED\",\"Arn\":\"arn:aws:organizations::111122223333:account/o-1/444455556666\"}}").document();
    assertThat(document.operation().toString()).isEqualTo("organizations:describe-account");
    assertThat(document.scope()).isEqualTo(Scope.account(ACCOUNT));
  }

  @Test
  void everyRowIsItsOwnOperation() {
    assertThat(AwsOperations.ALL).extracting(AwsOperation::operation).doesNotHaveDuplicates().hasSizeGreaterThan(150);
  }

  @Test
  void everyOperationThatIsParsedIsRecognised() {
    assertThat(io.drawbridge.inventory.aws.AwsParsers.ALL).allSatisfy(parser -> assertThat(parser.operations())
        .allSatisfy(operation -> assertThat(AwsOperations.ALL).extracting(AwsOperation::operation).contains(operation)));
  }

  @Test
  void everyOperationOfTheContractHasItsRow() {
    String contract = """
        get-account-authorization-details list-instance-profiles list-access-keys get-credential-report list-open-id-connect-providers
        get-open-id-connect-provider list-saml-providers get-saml-provider get-outbound-web-identity-federation-info describe-instances
        describe-security-groups describe-subnets describe-route-tables describe-internet-gateways describe-nat-gateways
        describe-transit-gateways describe-transit-gateway-attachments describe-network-acls describe-vpcs describe-vpc-peering-connections
        describe-vpc-endpoints describe-network-interfaces describe-vpn-connections describe-customer-gateways describe-snapshots
        describe-images describe-launch-templates describe-launch-template-versions describe-load-balancers describe-listeners
        describe-target-groups describe-target-health list-functions get-policy get-function-url-config list-buckets get-bucket-policy
        get-bucket-acl get-bucket-ownership-controls get-bucket-tagging get-public-access-block list-secrets get-resource-policy
        describe-parameters list-keys describe-key get-key-policy list-grants get-topic-attributes get-queue-attributes
        get-repository-policy describe-instance-information describe-activations describe-organization list-roots
        list-organizational-units-for-parent list-parents list-accounts list-policies describe-policy list-targets-for-policy
        list-delegated-administrators list-instances list-permission-sets describe-permission-set list-managed-policies-in-permission-set
        get-inline-policy-for-permission-set list-account-assignments list-users list-groups list-group-memberships
        list-trusted-token-issuers list-clusters describe-cluster list-access-entries describe-db-instances list-findings get-findings
        list-trust-anchors list-profiles list-identity-pools get-identity-pool-roles sso-admin-list-instances
        """;
    assertThat(contract.split("\\s+")).allSatisfy(name -> assertThat(AwsOperations.named(name)).as(name).isNotEmpty());
  }
}
