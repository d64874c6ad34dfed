package io.drawbridge.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.edge.azure.directory.GraphCredentialReset;
import io.drawbridge.edge.azure.directory.GraphGrants;
import io.drawbridge.policy.azure.GraphAppRoles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of Graph permissions is whole, and names permissions that exist. */
class GraphGrantsTest {

  /** What the field ranks as leading to control of a tenant. */
  private static final List<String> FEARED = Arrays.asList("""
      Application.ReadWrite.All AppRoleAssignment.ReadWrite.All Directory.ReadWrite.All Group.ReadWrite.All GroupMember.ReadWrite.All
      RoleManagement.ReadWrite.Directory Application.ReadUpdate.All Application.ReadWrite.OwnedBy PrivilegedAccess.ReadWrite.AzureADGroup
      PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup
      RoleAssignmentSchedule.ReadWrite.Directory RoleEligibilitySchedule.ReadWrite.Directory RoleManagementPolicy.ReadWrite.Directory
      RoleManagementPolicy.ReadWrite.AzureADGroup UserAuthenticationMethod.ReadWrite.All UserAuthMethod-TAP.ReadWrite.All
      UserAuthMethod-Phone.ReadWrite.All UserAuthMethod-QR.ReadWrite.All UserAuthMethod-HardwareOATH.ReadWrite.All
      User-PasswordProfile.ReadWrite.All User.ReadWrite.All User.EnableDisableAccount.All User.DeleteRestore.All SignInIdentifier.ReadWrite.All
      Domain.ReadWrite.All Organization.ReadWrite.All Policy.ReadWrite.AuthenticationMethod Policy.ReadWrite.ConditionalAccess
      Policy.ReadWrite.PermissionGrant EntitlementManagement.ReadWrite.All DeviceManagementConfiguration.ReadWrite.All
      DeviceManagementRBAC.ReadWrite.All DeviceManagementScripts.ReadWrite.All DelegatedAdminRelationship.ReadWrite.All
      AdministrativeUnit.ReadWrite.All Group-OnPremisesSyncBehavior.ReadWrite.All SecurityIdentitiesActions.ReadWrite.All
      Synchronization.ReadWrite.All PrivilegedAccess.ReadWrite.AzureAD PrivilegedAccess.ReadWrite.AzureResources
      """.trim().split("\\s+"));

  /** Drawn by rules of their own. */
  private static final List<String> APART = List.of("Application.ReadWrite.OwnedBy", "DelegatedAdminRelationship.ReadWrite.All", "EntitlementManagement.ReadWrite.All");

  private static Stream<String> drawn() {
    return Stream.of(GraphGrants.ALL.stream().map(GraphGrants.Grant::permission), GraphCredentialReset.PERMISSIONS.stream(), APART.stream())
        .flatMap(permissions -> permissions);
  }

  @Test
  void everyFearedPermissionIsDrawnOrSaysWhyItIsNot() {
    List<String> known = Stream.concat(drawn(), GraphGrants.NOTHING_ALONE.keySet().stream()).toList();
    assertThat(FEARED).hasSize(41);
    assertThat(known).containsAll(FEARED);
  }

  @Test
  void noPermissionIsDrawnAndSaidToLeadNowhere() {
    assertThat(drawn()).doesNotContainAnyElementsOf(GraphGrants.NOTHING_ALONE.keySet());
  }

  @Test
  void everyPermissionExists() {
    assertThat(GraphAppRoles.all().values()).containsAll(drawn().toList()).containsAll(GraphGrants.NOTHING_ALONE.keySet());
  }
}
