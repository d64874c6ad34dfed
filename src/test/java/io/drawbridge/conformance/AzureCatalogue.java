package io.drawbridge.conformance;

import java.util.List;
import java.util.Map;

/** BloodHound's kinds of edges of Azure and Entra by techniques of ours, and why some have none. */
final class AzureCatalogue {

  static final Map<String, List<String>> DRAWN =
      Map.ofEntries(
          Map.entry("AZMemberOf", List.of("entra-group-member")),
          Map.entry("AZOwns", List.of("entra-application-owner", "entra-group-owner")),
          Map.entry("AZRunsAs", List.of("entra-application-sign-in")),
          Map.entry("AZAuthenticatesTo", List.of("oidc-issuer-to-entra", "github-oidc-to-entra", "d-sts-webidtoken", "managed-identity-to-application")),
          Map.entry("AZHasRole", List.of("entra-directory-role")),
          Map.entry("AZRoleEligible", List.of("entra-directory-role")),
          Map.entry("AZAppAdmin", List.of("entra-application-credential")),
          Map.entry("AZCloudAppAdmin", List.of("entra-application-credential")),
          Map.entry("AZManagedIdentity", List.of("azure-managed-identity")),
          Map.entry("AZNodeResourceGroup", List.of("azure-aks-nodes")),
          Map.entry("AZGetSecrets", List.of("azure-vault-access-policy")),
          Map.entry("AZOwner", List.of("azure-role-assignment-write")),
          Map.entry("AZUserAccessAdministrator", List.of("azure-role-assignment-write")),
          Map.entry("AZContributor", List.of("azure-vm-run-command")),
          Map.entry("AZVMContributor", List.of("azure-vm-run-command")),
          Map.entry("AZVMAdminLogin", List.of("azure-vm-admin-login")),
          Map.entry("AZAvereContributor", List.of("azure-vm-run-command")),
          Map.entry("AZKeyVaultContributor", List.of("azure-vault-policy-write")),
          Map.entry("AZWebsiteContributor", List.of("azure-web-publish")),
          Map.entry("AZLogicAppContributor", List.of("azure-logic-app-write")),
          Map.entry("AZAutomationContributor", List.of("azure-runbook-write")),
          Map.entry("AZAKSContributor", List.of("azure-aks-admin-credential")),
          Map.entry("AZMGApplication_ReadWrite_All", List.of("entra-graph-application-write")),
          Map.entry("AZMGAppRoleAssignment_ReadWrite_All", List.of("entra-graph-role-write")),
          Map.entry("AZMGDirectory_ReadWrite_All", List.of("entra-graph-group-write")),
          Map.entry("AZMGGroup_ReadWrite_All", List.of("entra-graph-group-write")),
          Map.entry("AZMGGroupMember_ReadWrite_All", List.of("entra-graph-group-write")),
          Map.entry("AZMGRoleManagement_ReadWrite_Directory", List.of("entra-graph-role-write")),
          Map.entry("AZMGAddSecret", List.of("entra-graph-application-write", "entra-graph-role-write")),
          Map.entry("AZMGAddOwner", List.of("entra-graph-application-write", "entra-graph-group-write", "entra-graph-role-write")),
          Map.entry("AZMGAddMember", List.of("entra-graph-group-write", "entra-graph-role-write")),
          Map.entry("AZMGGrantAppRoles", List.of("entra-graph-role-write")),
          Map.entry("AZMGGrantRole", List.of("entra-graph-role-write")),
          Map.entry("AZAddSecret", List.of("entra-application-credential")),
          Map.entry("AZAddOwner", List.of("entra-application-owners-write")),
          Map.entry("AZAddMembers", List.of("entra-group-membership-write", "entra-global-administrator", "entra-role-assignment")),
          Map.entry("AZGlobalAdmin", List.of("entra-global-administrator")),
          Map.entry("AZPrivilegedRoleAdmin", List.of("entra-role-assignment")),
          Map.entry("AZPrivilegedAuthAdmin", List.of("entra-credential-reset")),
          Map.entry("AZResetPassword", List.of("entra-credential-reset", "entra-global-administrator")),
          Map.entry("AZExecuteCommand", List.of("entra-device-script")));

  static final Map<String, String> NOT_DRAWN =
      Map.ofEntries(
          Map.entry("AZContains", "containment is no way: who controls a scope enters the capability sets of what lies below it"),
          Map.entry("AZRoleApprover", "an approver lets somebody else's activation pass and gains nothing by it: the approval is a condition of the activation, with its approvers"),
          Map.entry("AZGetKeys", "a key's private part never leaves the vault: reading keys reads public parts"),
          Map.entry("AZGetCertificates", "reading a certificate reads its public part: the private one is read as a secret"),
          Map.entry("AZMGServicePrincipalEndpoint_ReadWrite_All", "the operations that change owners of service principals do not name it (Microsoft Graph, Add owner)"),
          Map.entry("SyncedToADUser", "directories outside are not collected: that a user is synchronised is a field of the user"),
          Map.entry("SyncedToEntraUser", "directories outside are not collected: who sets a synchronised user's password is entra-password-synchronisation"),
          Map.entry("AZScopedTo", "it marks the scope of a role: a role that is limited to an object gives its holder edges of its own"));

  private AzureCatalogue() {}
}
