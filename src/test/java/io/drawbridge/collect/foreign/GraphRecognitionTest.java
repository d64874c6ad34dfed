package io.drawbridge.collect.foreign;

import static io.drawbridge.collect.foreign.Inputs.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.FileReport.Outcome;
import io.drawbridge.collect.ImportResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphRecognitionTest {

  private static final String GRAPH = TENANT + "/graph/";
  private static final String CONTEXT = "\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#";

  @TempDir Path folder;
  private Inputs inputs;

  @BeforeEach
  void inputs() {
    inputs = new Inputs(folder);
  }

  private static List<String> read(ImportResult result) {
    return result.coverage().stream().map(entry -> entry.operation().name() + " " + entry.resource() + " " + entry.status()).toList();
  }

  @Test
  void theContextSaysTheCollection() throws IOException {
    assertThat(read(inputs.with(GRAPH + "dump.json", "{" + CONTEXT + "users(id,mail)\",\"value\":[]}").read())).containsExactly("users  COMPLETE");
  }

  @Test
  void whatConcernsOtherTenantsIsKnownByItsNameAndByItsFields() throws IOException {
    String settings = "{\"value\":[{\"tenantId\":\"t2\",\"b2bCollaborationInbound\":null,\"inboundTrust\":null}]}";
    assertThat(read(inputs.with(GRAPH + "policies-crossTenantAccessPolicy-partners.json", settings).with(GRAPH + "x.json", settings).read()))
        .containsOnly("crossTenantAccessPolicy-partners  COMPLETE");
  }

  @Test
  void whatPartnersGaveTheirGroupsIsTheRelationships() throws IOException {
    String given = "{\"value\":[{\"id\":\"a1\",\"status\":\"active\",\"accessContainer\":{},\"accessDetails\":{}}]}";
    assertThat(read(inputs.with(GRAPH + "delegatedAdminRelationships-accessAssignments__R1.json", given).read()))
        .containsExactly("delegatedAdminRelationships-accessAssignments r1 COMPLETE");
  }

  @Test
  void aNameThatTheContextContradictsIsMalformed() throws IOException {
    FileReport report = inputs.with(GRAPH + "groups.json", "{" + CONTEXT + "users\",\"value\":[]}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(report.message()).contains("groups").contains("users");
  }

  @Test
  void aNameThatTheItemsContradictIsMalformed() throws IOException {
    String items = "{\"value\":[{\"id\":\"1\",\"userPrincipalName\":\"a@b\",\"displayName\":\"A\"}]}";
    assertThat(inputs.with(GRAPH + "groups.json", items).report().outcome()).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void aChildListIsItsParentsByName() throws IOException {
    String members = "{" + CONTEXT + "directoryObjects\",\"value\":[{\"id\":\"u1\"}]}";
    assertThat(read(inputs.with(GRAPH + "groups-members__G1.json", members).read())).containsExactly("groups-members g1 COMPLETE");
  }

  @Test
  void aChildListIsItsParentsByContext() throws IOException {
    String credentials = "{" + CONTEXT + "applications('a1')/federatedIdentityCredentials\",\"value\":[]}";
    assertThat(read(inputs.with(GRAPH + "dump.json", credentials).read())).containsExactly("applications-federatedIdentityCredentials a1 COMPLETE");
  }

  @Test
  void theJobsOfAnApplicationAreItsByContextAndByName() throws IOException {
    String jobs = "{" + CONTEXT + "servicePrincipals('s1')/synchronization/jobs\",\"value\":[{\"id\":\"j1\",\"schedule\":{\"state\":\"Active\"}}]}";
    ImportResult result = inputs.with(GRAPH + "dump.json", jobs).with(GRAPH + "servicePrincipals-synchronization-jobs__s1.json", jobs).read();
    assertThat(result.report().count(Outcome.RECOGNISED)).isEqualTo(2);
    assertThat(read(result)).containsOnly("servicePrincipals-synchronization-jobs s1 COMPLETE");
  }

  @Test
  void aChildListOfAnotherParentThanItsNameSaysIsMalformed() throws IOException {
    String credentials = "{" + CONTEXT + "applications('a1')/federatedIdentityCredentials\",\"value\":[]}";
    assertThat(inputs.with(GRAPH + "applications-federatedIdentityCredentials__a2.json", credentials).report().outcome()).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void aChildListWithoutAParentIsAmbiguous() throws IOException {
    inputs.with(GRAPH + "groups-members.json", "{\"value\":[]}").with(GRAPH + "x.json", "{\"value\":[{\"issuer\":\"i\",\"subject\":\"s\",\"audiences\":[]}]}");
    assertThat(inputs.read().report().count(Outcome.AMBIGUOUS)).isEqualTo(2);
  }

  @Test
  void listsInsideTheirParentsAreDocumentsToo() throws IOException {
    String groups = "{" + CONTEXT + "groups(members())\",\"value\":[{\"id\":\"G1\",\"members\":[{\"id\":\"u1\"}]},{\"id\":\"g2\",\"members\":[]}]}";
    ImportResult result = inputs.with(GRAPH + "groups.json", groups).read();
    assertThat(read(result)).containsExactlyInAnyOrder("groups  COMPLETE", "groups-members  COMPLETE", "groups-members g1 COMPLETE", "groups-members g2 COMPLETE");
    assertThat(result.documents()).filteredOn(document -> document.subject().equals("g1")).singleElement()
        .satisfies(document -> assertThat(document.body().at("/value/0/id").asText()).isEqualTo("u1"));
  }

  @Test
  void noGroupsWithTheirMembersAreAllGroupsMembers() throws IOException {
    assertThat(read(inputs.with(GRAPH + "groups.json", "{" + CONTEXT + "groups(members())\",\"value\":[]}").read()))
        .containsExactlyInAnyOrder("groups  COMPLETE", "groups-members  COMPLETE");
  }

  @Test
  void groupsWithoutTheirMembersSayNothingOfThem() throws IOException {
    assertThat(read(inputs.with(GRAPH + "groups.json", "{" + CONTEXT + "groups\",\"value\":[{\"id\":\"g1\"}]}").read())).containsExactly("groups  COMPLETE");
  }

  @Test
  void anExpandedListAsLongAsGraphMakesThemIsPartlyRead() throws IOException {
    String members = IntStream.range(0, GraphFiles.MOST_EXPANDED).mapToObj(i -> "{\"id\":\"u" + i + "\"}").collect(Collectors.joining(","));
    String groups = "{" + CONTEXT + "groups(members())\",\"value\":[{\"id\":\"g1\",\"members\":[" + members + "]}]}";
    assertThat(read(inputs.with(GRAPH + "groups.json", groups).read())).containsExactlyInAnyOrder("groups  COMPLETE", "groups-members g1 PARTIAL");
  }

  @Test
  void oneObjectIsReadAndIsNoListing() throws IOException {
    assertThat(read(inputs.with(GRAPH + "x.json", "{" + CONTEXT + "users/$entity\",\"id\":\"U1\",\"displayName\":\"A\"}").read())).containsExactly("users u1 COMPLETE");
  }

  @Test
  void aNextLinkMakesAListingPartial() throws IOException {
    assertThat(read(inputs.with(GRAPH + "users.json", "{" + CONTEXT + "users\",\"@odata.nextLink\":\"https://x\",\"value\":[]}").read()))
        .containsExactly("users  PARTIAL");
  }

  @Test
  void entitlementManagementIsKnownByItsPathsAndItsNames() throws IOException {
    String catalogs = CONTEXT + "identityGovernance/entitlementManagement/catalogs";
    inputs.with(GRAPH + "a.json", "{" + catalogs + "\",\"value\":[{\"id\":\"c1\",\"displayName\":\"x\"}]}")
        .with(GRAPH + "b.json", "{" + catalogs + "('C1')/resources\",\"value\":[]}")
        .with(GRAPH + "c.json", "{" + CONTEXT + "roleManagement/entitlementManagement/roleAssignments\",\"value\":[]}")
        .with(GRAPH + "entitlementManagement-accessPackages.json", "{\"value\":[]}");
    assertThat(read(inputs.read())).containsExactlyInAnyOrder("entitlementManagement-catalogs  COMPLETE",
        "entitlementManagement-catalogs-resources c1 COMPLETE", "entitlementManagement-roleAssignments  COMPLETE",
        "entitlementManagement-accessPackages  COMPLETE");
  }

  @Test
  void policiesOfConsentComeWithTheirSetsAndTheTenantsDefaultsAreOneObject() throws IOException {
    inputs.with(GRAPH + "a.json", "{" + CONTEXT + "policies/permissionGrantPolicies(includes())\",\"value\":[{\"id\":\"Low\",\"includes\":[{\"id\":\"1\"}]}]}")
        .with(GRAPH + "b.json", "{" + CONTEXT + "policies/authorizationPolicy/$entity\",\"id\":\"authorizationPolicy\"}");
    assertThat(read(inputs.read())).containsExactlyInAnyOrder("permissionGrantPolicies  COMPLETE", "permissionGrantPolicies-includes low COMPLETE",
        "permissionGrantPolicies-includes  COMPLETE", "authorizationPolicy  COMPLETE");
  }

  @Test
  void roleManagementOfAnotherServiceIsSkipped() throws IOException {
    FileReport report = inputs.with(GRAPH + "x.json", "{" + CONTEXT + "roleManagement/cloudPC/roleAssignments\",\"value\":[]}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(report.message()).contains("cloudPC");
  }

  @Test
  void azureHoundsObjectsBecomeGraphsAndArms() throws IOException {
    String collection = """
        {"meta":{"type":"azure","version":5,"count":5},"data":[
        {"kind":"AZUser","data":{"id":"u1","userPrincipalName":"a@b","tenantId":"%1$s"}},
        {"kind":"AZApp","data":{"id":"app-object","appId":"app-client","tenantId":"%1$s"}},
        {"kind":"AZFederatedIdentityCredential","data":{"appId":"app-client","fics":[{"appId":"app-client","fic":{"id":"f","issuer":"i","subject":"s"}}]}},
        {"kind":"AZGroupMember","data":{"groupId":"G1","members":[{"groupId":"G1","member":{"id":"u1","@odata.type":"#microsoft.graph.user"}}]}},
        {"kind":"AZVM","data":{"id":"%2$s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm","properties":{},"tenantId":"%1$s"}},
        {"kind":"AZVMRoleAssignment","data":{"objectId":"x","roleAssignments":[{"objectId":"x","roleAssignment":
        {"id":"%2$s/providers/Microsoft.Authorization/roleAssignments/1","properties":{"principalId":"u1"}}}]}},
        {"kind":"AZSomethingNew","data":{"id":"x"}}]}
        """.formatted(TENANT, Inputs.SUBSCRIPTION);
    assertThat(read(inputs.with("azurehound.json", collection).read())).contains("users  COMPLETE", "applications  COMPLETE",
        "applications-federatedIdentityCredentials app-object COMPLETE", "groups-members g1 COMPLETE", "microsoft.compute/virtualmachines  COMPLETE",
        "microsoft.authorization/roleassignments  COMPLETE");
  }

  @Test
  void otherToolsGraphsAndActivityAreKnownAndLeft() throws IOException {
    inputs.with("1.json", "{\"graph\":{\"nodes\":[],\"edges\":[]}}")
        .with("2.json", "{\"Records\":[{\"eventSource\":\"s\",\"eventName\":\"n\",\"eventTime\":\"t\"}]}")
        .with("3.json", "[{\"TimeGenerated\":\"t\",\"OperationName\":\"o\"}]")
        .with("4.json", "{\"data\":[],\"meta\":{\"type\":\"users\",\"version\":5}}");
    assertThat(inputs.read().report().files()).allSatisfy(file -> assertThat(file.outcome()).isEqualTo(Outcome.SKIPPED))
        .extracting(FileReport::message).anyMatch(why -> why.contains("OpenGraph")).anyMatch(why -> why.contains("CloudTrail"))
        .anyMatch(why -> why.contains("Log Analytics")).anyMatch(why -> why.contains("on-premises"));
  }

  @Test
  void activityUnderTheNameOfAnAnswerIsMalformed() throws IOException {
    String records = "{\"Records\":[{\"eventSource\":\"s\",\"eventName\":\"n\",\"eventTime\":\"t\"}]}";
    assertThat(inputs.with("111122223333/eu-west-1/describe-vpcs.json", records).report().outcome()).isEqualTo(Outcome.MALFORMED);
  }
}
