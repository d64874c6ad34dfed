package io.drawbridge.policy.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the built-in roles can do; source of each row: Azure RBAC, "Azure built-in roles". */
class ReferenceRolesTest {

  private static final ArmId SCOPE = new ArmId("/subscriptions/s/resourceGroups/rg");
  private static final DocumentRef DOCUMENT = new DocumentRef("a", "a");

  @ParameterizedTest(name = "{0}: {2} {1} is {3}")
  @CsvSource(delimiter = '|', textBlock = """
      Owner                                   | Microsoft.Authorization/roleAssignments/write                              | action | Allowed
      Owner                                   | Microsoft.KeyVault/vaults/secrets/getSecret/action                         | data   | Denied
      Contributor                             | Microsoft.Compute/virtualMachines/runCommand/action                        | action | Allowed
      Contributor                             | Microsoft.Storage/storageAccounts/listKeys/action                          | action | Allowed
      Contributor                             | Microsoft.KeyVault/vaults/write                                            | action | Allowed
      Contributor                             | Microsoft.Authorization/roleAssignments/write                              | action | Denied
      Contributor                             | Microsoft.Authorization/elevateAccess/action                               | action | Denied
      Contributor                             | Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read       | data   | Denied
      Reader                                  | Microsoft.Compute/virtualMachines/read                                     | action | Allowed
      Reader                                  | Microsoft.Storage/storageAccounts/listKeys/action                          | action | Denied
      Reader                                  | Microsoft.KeyVault/vaults/secrets/getSecret/action                         | data   | Denied
      User Access Administrator               | Microsoft.Authorization/roleAssignments/write                              | action | Allowed
      User Access Administrator               | Microsoft.Compute/virtualMachines/runCommand/action                        | action | Denied
      Role Based Access Control Administrator | Microsoft.Authorization/roleAssignments/write                              | action | Allowed
      Role Based Access Control Administrator | Microsoft.Authorization/roleDefinitions/write                              | action | Denied
      Key Vault Administrator                 | Microsoft.KeyVault/vaults/secrets/getSecret/action                         | data   | Allowed
      Key Vault Administrator                 | Microsoft.KeyVault/vaults/write                                            | action | Denied
      Key Vault Secrets User                  | Microsoft.KeyVault/vaults/secrets/getSecret/action                         | data   | Allowed
      Key Vault Secrets User                  | Microsoft.KeyVault/vaults/secrets/setSecret/action                         | data   | Denied
      Key Vault Contributor                   | Microsoft.KeyVault/vaults/write                                            | action | Allowed
      Key Vault Contributor                   | Microsoft.KeyVault/vaults/accessPolicies/write                             | action | Allowed
      Key Vault Contributor                   | Microsoft.KeyVault/vaults/secrets/getSecret/action                         | data   | Denied
      Key Vault Reader                        | Microsoft.KeyVault/vaults/secrets/readMetadata/action                      | data   | Allowed
      Key Vault Reader                        | Microsoft.KeyVault/vaults/secrets/getSecret/action                         | data   | Denied
      Key Vault Data Access Administrator     | Microsoft.Authorization/roleAssignments/write                              | action | Conditional
      Storage Blob Data Reader                | Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read       | data   | Allowed
      Storage Blob Data Reader                | Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write      | data   | Denied
      Storage Blob Data Contributor           | Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write      | data   | Allowed
      Storage Blob Data Contributor           | Microsoft.Storage/storageAccounts/listKeys/action                          | action | Denied
      Storage Blob Data Owner                 | Microsoft.Storage/storageAccounts/blobServices/containers/blobs/manageOwnership/action | data | Allowed
      Storage Account Contributor             | Microsoft.Storage/storageAccounts/listKeys/action                          | action | Allowed
      Storage Account Contributor             | Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read       | data   | Denied
      Storage Account Key Operator Service Role | Microsoft.Storage/storageAccounts/listkeys/action                        | action | Allowed
      Virtual Machine Contributor             | Microsoft.Compute/virtualMachines/runCommand/action                        | action | Allowed
      Virtual Machine Contributor             | Microsoft.ManagedIdentity/userAssignedIdentities/assign/action             | action | Denied
      Virtual Machine Administrator Login     | Microsoft.Compute/virtualMachines/loginAsAdmin/action                      | data   | Allowed
      Virtual Machine Administrator Login     | Microsoft.Compute/virtualMachines/loginAsAdmin/action                      | action | Denied
      Virtual Machine User Login              | Microsoft.Compute/virtualMachines/login/action                             | data   | Allowed
      Virtual Machine User Login              | Microsoft.Compute/virtualMachines/loginAsAdmin/action                      | data   | Denied
      Managed Identity Contributor            | Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write | action | Allowed
      Managed Identity Contributor            | Microsoft.ManagedIdentity/userAssignedIdentities/assign/action             | action | Denied
      Managed Identity Operator               | Microsoft.ManagedIdentity/userAssignedIdentities/assign/action             | action | Allowed
      Managed Identity Operator               | Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write | action | Denied
      Website Contributor                     | Microsoft.Web/sites/write                                                  | action | Allowed
      Automation Contributor                  | Microsoft.Automation/automationAccounts/runbooks/draft/write               | action | Allowed
      """)
  void theBuiltInRolesCanDoWhatTheyCan(String role, String action, String plane, String expected) {
    RoleDefinition definition = ReferenceRoles.all().values().stream().filter(one -> one.roleName().equals(role)).findFirst().orElseThrow();
    Decision decision = decide(definition, action, plane.equals("data"));
    assertThat(decision.getClass().getSimpleName()).isEqualTo(expected);
  }

  @Test
  void everyRoleGrantsWhatItsFirstPatternSaysUnlessItLeavesItOut() {
    assertThat(ReferenceRoles.all()).hasSizeGreaterThan(900);
    for (RoleDefinition role : ReferenceRoles.all().values()) {
      assertThat(role.permissions()).as(role.roleName()).isNotEmpty();
      for (Permission block : role.permissions()) {
        boolean data = block.actions().isEmpty();
        List<String> patterns = data ? block.dataActions() : block.actions();
        for (String pattern : patterns.stream().limit(1).toList()) {
          String action = pattern.replace("*", "anything");
          boolean leftOut = ActionPattern.any(data ? block.notDataActions() : block.notActions(), action);
          boolean unparsed = !block.condition().isEmpty() && Condition.parse(block.condition(), block.conditionVersion()).isEmpty();
          assertThat(decide(role, action, data).possible()).as("%s %s", role.roleName(), action).isEqualTo(!leftOut && !unparsed);
        }
      }
    }
  }

  @Test
  void everyConditionOfTheKnownVersionParses() {
    List<Permission> conditional = ReferenceRoles.all().values().stream().flatMap(role -> role.permissions().stream())
        .filter(block -> block.conditionVersion().equals(Condition.VERSION)).toList();
    assertThat(conditional).hasSizeGreaterThan(20)
        .allSatisfy(block -> assertThat(Condition.parse(block.condition(), block.conditionVersion())).as(block.condition()).isPresent());
  }

  @Test
  void idsAreNamed() {
    assertThat(EntraRoleTemplates.name("62e90394-69f5-4237-9190-012177145e10")).contains("Global Administrator");
    assertThat(EntraRoleTemplates.all()).hasSizeGreaterThan(100);
    assertThat(GraphAppRoles.value("9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8")).contains("RoleManagement.ReadWrite.Directory");
    assertThat(GraphAppRoles.value("1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9")).contains("Application.ReadWrite.All");
    assertThat(GraphAppRoles.all()).hasSizeGreaterThan(600);
    assertThat(GraphAppRoles.value("62e90394-69f5-4237-9190-012177145e10")).isEmpty();
  }

  private static Decision decide(RoleDefinition role, String action, boolean data) {
    var held = new RoleAssignment(DOCUMENT, new ArmId("/a"), role.guid(), "p", "User", SCOPE, "", "");
    var request = new AzureRequest("p", Set.of("p"), action, data, SCOPE, List.of(), AttributeContext.UNKNOWN);
    return new AzureEvaluator().decide(request, new AzureRoles(Map.of(role.guid(), role), List.of(held), List.of()));
  }
}
