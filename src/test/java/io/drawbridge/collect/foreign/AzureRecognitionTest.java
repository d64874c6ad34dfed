package io.drawbridge.collect.foreign;

import static io.drawbridge.collect.foreign.Inputs.SUBSCRIPTION;
import static io.drawbridge.collect.foreign.Inputs.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.Scope;
import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.FileReport.Outcome;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.coverage.CoverageStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AzureRecognitionTest {

  private static final String ARM = TENANT + "/arm/";
  private static final String VAULT = resource("Microsoft.KeyVault/vaults", "kv1", "{\"x\":1}");

  @TempDir Path folder;
  private Inputs inputs;

  @BeforeEach
  void inputs() {
    inputs = new Inputs(folder);
  }

  private static String resource(String type, String name, String properties) {
    return "{\"id\":\"" + SUBSCRIPTION + "/resourceGroups/rg/providers/" + type + "/" + name + "\",\"type\":\"" + type + "\",\"properties\":" + properties + "}";
  }

  private static List<String> coverage(ImportResult result) {
    return result.coverage().stream().map(entry -> entry.operation() + " " + entry.scope() + " " + entry.resource() + " " + entry.status()).toList();
  }

  @Test
  void aListingIsSplitByTypeAndScope() throws IOException {
    String other = VAULT.replace("00000000000a", "00000000000b");
    String account = resource("Microsoft.Storage/storageAccounts", "st", "{}");
    ImportResult result = inputs.with("all.json", "{\"value\":[" + VAULT + "," + other + "," + account + "]}").read();
    assertThat(coverage(result)).containsExactlyInAnyOrder(
        "arm:microsoft.keyvault/vaults " + SUBSCRIPTION + "  COMPLETE",
        "arm:microsoft.keyvault/vaults " + SUBSCRIPTION.replace("00000000000a", "00000000000b") + "  COMPLETE",
        "arm:microsoft.storage/storageaccounts " + SUBSCRIPTION + "  COMPLETE");
    assertThat(result.documents()).allSatisfy(document -> assertThat(document.body().path("value")).hasSize(1));
  }

  @Test
  void aListingInATenantsFolderCoversTheTenant() throws IOException {
    assertThat(coverage(inputs.with(ARM + "vaults.json", "{\"value\":[" + VAULT + "]}").read())).containsExactlyInAnyOrder(
        "arm:microsoft.keyvault/vaults " + SUBSCRIPTION + "  COMPLETE", "arm:microsoft.keyvault/vaults " + TENANT + "  COMPLETE");
  }

  @Test
  void anItemWithoutItsIdStaysWithTheOthersForTheParserToName() throws IOException {
    ImportResult result = inputs.with(ARM + "vaults.json", "{\"value\":[{\"name\":\"nameless\"}," + VAULT + ",{\"id\":12}]}").read();
    assertThat(result.documents()).filteredOn(document -> !document.body().path("value").isEmpty()).singleElement()
        .satisfies(document -> assertThat(document.body().path("value")).hasSize(3));
  }

  @Test
  void aListingWithoutAnyIdIsMalformed() throws IOException {
    FileReport report = inputs.with(ARM + "vaults.json", "{\"value\":[{\"name\":\"nameless\"}]}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(report.message()).contains("`id`");
  }

  @Test
  void anEmptyListingIsNamedByItsFile() throws IOException {
    assertThat(coverage(inputs.with(ARM + "denyAssignments.json", "{\"value\":[]}").read()))
        .containsExactly("arm:microsoft.authorization/denyassignments " + TENANT + "  COMPLETE");
  }

  @Test
  void anEmptyListingWithoutANameIsAmbiguous() throws IOException {
    assertThat(inputs.with(ARM + "dump.json", "{\"value\":[]}").report().outcome()).isEqualTo(Outcome.AMBIGUOUS);
  }

  @Test
  void oneResourceIsReadAndIsNoListing() throws IOException {
    String id = SUBSCRIPTION + "/resourcegroups/rg/providers/microsoft.keyvault/vaults/kv1";
    assertThat(coverage(inputs.with(ARM + "show.json", VAULT).read()))
        .containsExactly("arm:microsoft.keyvault/vaults " + SUBSCRIPTION + " " + id + " COMPLETE");
  }

  @Test
  void aBareListAndAResourceGraphAnswerAreReadAlike() throws IOException {
    inputs.with("a/x.json", "[" + VAULT + "]").with("b/x.json", "{\"count\":1,\"data\":[" + VAULT + "]}")
        .with("c/x.json", """
            {"data":{"columns":[{"name":"id"},{"name":"type"},{"name":"properties"}],"rows":[["%s","microsoft.keyvault/vaults",{"x":1}]]}}
            """.formatted(SUBSCRIPTION + "/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv1"));
    assertThat(inputs.read().documents()).hasSize(3)
        .allSatisfy(document -> assertThat(document.operation() + document.subject()).isEqualTo("arm:microsoft.keyvault/vaults"));
  }

  @Test
  void resourceGraphsNameOfAResourceGroupIsTheUsualOne() throws IOException {
    String group = "{\"id\":\"" + SUBSCRIPTION + "/resourceGroups/rg\",\"type\":\"microsoft.resources/subscriptions/resourcegroups\",\"properties\":{}}";
    assertThat(inputs.with("x.json", "[" + group + "]").document().operation().toString()).isEqualTo("arm:microsoft.resources/resourcegroups");
  }

  @Test
  void itemsWithoutPropertiesAreAListingOfIdsOnly() throws IOException {
    String bare = VAULT.replace(",\"properties\":{\"x\":1}", "");
    assertThat(inputs.with("x.json", "[" + bare + "]").document().operation().toString()).isEqualTo("arm:microsoft.resources/resources");
  }

  @Test
  void whatLiesAboveSubscriptionsBelongsToItsManagementGroupOrTenant() throws IOException {
    String atGroup = "/providers/Microsoft.Management/managementGroups/Root/providers/Microsoft.Authorization/roleAssignments/1";
    String builtIn = "/providers/Microsoft.Authorization/roleAssignments/2";
    String items = "{\"id\":\"%s\",\"properties\":{}},{\"id\":\"%s\",\"properties\":{}}".formatted(atGroup, builtIn);
    ImportResult result = inputs.with(ARM + "roleAssignments.json", "{\"value\":[" + items + "]}").read();
    assertThat(result.documents()).extracting(document -> document.scope())
        .containsExactlyInAnyOrder(new Scope(Cloud.AZURE, "/providers/microsoft.management/managementgroups/root"), Scope.tenant(TENANT));
  }

  @Test
  void settingsOfActivationAreKnownByTheNameThatTheServiceGivesThem() throws IOException {
    String settings = "{\"value\":[" + resource("Microsoft.Authorization/RoleManagementPolicyAssignment", "a_b", "{}") + "]}";
    assertThat(inputs.with("x.json", settings).document().operation().toString()).isEqualTo("arm:microsoft.authorization/rolemanagementpolicyassignments");
  }

  @Test
  void aTypeThatAllItemsBelieTheNameOfIsMalformed() throws IOException {
    FileReport report = inputs.with(ARM + "storageAccounts.json", "{\"value\":[" + VAULT + "]}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.MALFORMED);
    assertThat(report.message()).contains("microsoft.storage/storageaccounts").contains("microsoft.keyvault/vaults");
  }

  @Test
  void anAnswerWithANextLinkIsPartial() throws IOException {
    String page = "{\"value\":[" + VAULT + "],\"nextLink\":\"https://management.azure.com/next\"}";
    assertThat(inputs.with("x.json", page).read().coverage()).singleElement().extracting("status").isEqualTo(CoverageStatus.PARTIAL);
  }

  @Test
  void roleAssignmentsAreAzuresOrEntrasByTheirFolder() throws IOException {
    inputs.with(ARM + "roleAssignments.json", "{\"value\":[]}").with(TENANT + "/graph/roleAssignments.json", "{\"value\":[]}");
    assertThat(inputs.read().documents()).extracting(document -> document.operation().toString())
        .containsExactlyInAnyOrder("arm:microsoft.authorization/roleassignments", "graph:roleAssignments");
  }

  @Test
  void emptyRoleAssignmentsInNeitherFolderAreAmbiguous() throws IOException {
    assertThat(inputs.with(TENANT + "/roleAssignments.json", "{\"value\":[]}").report().outcome()).isEqualTo(Outcome.AMBIGUOUS);
  }

  @Test
  void azuresRoleAssignmentsInGraphsFolderAreMalformed() throws IOException {
    String assignment = resource("Microsoft.Authorization/roleAssignments", "1", "{}");
    assertThat(inputs.with(TENANT + "/graph/roleAssignments.json", "{\"value\":[" + assignment + "]}").report().outcome()).isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void theOneTenantThatOtherFilesNameIsTheTenantOfAll() throws IOException {
    inputs.with("users.json", "{\"value\":[]}").with("organization.json", "{\"value\":[{\"id\":\"" + TENANT + "\",\"verifiedDomains\":[]}]}");
    assertThat(inputs.read().documents()).hasSize(2).allSatisfy(document -> assertThat(document.scope()).isEqualTo(Scope.tenant(TENANT)));
  }

  @Test
  void aTenantThatNothingNamesIsAmbiguous() throws IOException {
    FileReport report = inputs.with("users.json", "{\"value\":[]}").report();
    assertThat(report.outcome()).isEqualTo(Outcome.AMBIGUOUS);
    assertThat(report.message()).contains("--tenant");
  }

  @Test
  void twoTenantsDecideNothing() throws IOException {
    String other = "{\"value\":[{\"id\":\"11111111-1111-4111-8111-111111111111\",\"verifiedDomains\":[]}]}";
    inputs.with("users.json", "{\"value\":[]}").with("a/organization.json", "{\"value\":[{\"id\":\"" + TENANT + "\",\"verifiedDomains\":[]}]}")
        .with("b/organization.json", other);
    assertThat(inputs.read().report().count(Outcome.AMBIGUOUS)).isEqualTo(1);
  }

  @Test
  void whatAzPrintsFlattenedIsNotTakenForTheServicesAnswer() throws IOException {
    String flat = "[{\"id\":\"" + SUBSCRIPTION + "/providers/Microsoft.Authorization/roleAssignments/1\",\"type\":\"Microsoft.Authorization/roleAssignments\","
        + "\"principalId\":\"p\"}]";
    FileReport report = inputs.with(ARM + "roleAssignments.json", flat).report();
    assertThat(report.outcome()).isEqualTo(Outcome.AMBIGUOUS);
    assertThat(report.message()).contains("az rest");
  }

  @Test
  void everyTypeThatIsParsedHasAName() {
    assertThat(io.drawbridge.inventory.azure.AzureParsers.ALL).flatMap(parser -> parser.operations()).filteredOn(operation -> operation.service().equals("arm"))
        .allSatisfy(operation -> assertThat(ArmTypes.named(operation.name().replace('/', '~'))).containsExactly(operation.name()));
  }

  @Test
  void everyCollectionThatIsParsedHasAName() {
    assertThat(io.drawbridge.inventory.azure.AzureParsers.ALL).flatMap(parser -> parser.operations()).filteredOn(operation -> operation.service().equals("graph"))
        .allSatisfy(operation -> assertThat(GraphCollections.named(operation.name())).contains(operation.name()));
  }

  @Test
  void aFolderNamedByASubscriptionIsNoTenants() throws IOException {
    String subscription = SUBSCRIPTION.substring("/subscriptions/".length());
    assertThat(coverage(inputs.with(subscription + "/vaults.json", "{\"value\":[" + VAULT + "]}").read()))
        .containsExactly("arm:microsoft.keyvault/vaults " + SUBSCRIPTION + "  COMPLETE");
  }

  @Test
  void theNearestFolderCountsWhateverLiesAroundIt() throws IOException {
    assertThat(inputs.with("graph/" + ARM + "roleAssignments.json", "{\"value\":[]}").document().operation().toString())
        .isEqualTo("arm:microsoft.authorization/roleassignments");
  }
}
