package io.drawbridge.edge.azure.directory;

import static java.util.Map.entry;

import io.drawbridge.edge.azure.ActivationDemands;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Requirement;
import java.util.List;
import java.util.Map;

/**
 * What the application permissions of Microsoft Graph that are known to lead to control of a tenant allow, each by itself: a table.
 *
 * <p>Source: Microsoft Graph permissions reference, and the pages of the operations that accept each permission. What a permission does to
 * users is in {@link GraphCredentialReset}, to what its holder owns in {@link ObjectOwnership}, to customers in {@link
 * PartnerDelegation}, to catalogs in {@link CatalogControl}. Scripts on devices ask for a permission of
 * their own since 2025; a configuration profile still installs a package on Windows.
 */
public final class GraphGrants {

  private GraphGrants() {}

  /**
   * What a permission of Microsoft Graph gives.
   *
   * @param power what it does
   * @param technique how edges name it
   * @param requirements what must hold besides
   */
  public record Grant(String permission, DirectoryPower power, Technique technique, List<Requirement> requirements) {}

  static final List<Requirement> A_USER =
      List.of(new Requirement("entra:user", "Bool", List.of("true"), false, "a user of the tenant is in the caller's hands"));

  /** Service principals cannot be made eligible: somebody who can must be in the attacker's hands, and activate. */
  private static final List<Requirement> AN_ELIGIBLE_USER =
      List.of(ActivationDemands.ACTIVATION, A_USER.getFirst());

  public static final List<Grant> ALL =
      List.of(
          new Grant("RoleManagement.ReadWrite.Directory", DirectoryPower.ASSIGN_ROLES, EntraTechniques.GRAPH_ROLE_WRITE, List.of()),
          new Grant("RoleAssignmentSchedule.ReadWrite.Directory", DirectoryPower.ASSIGN_ROLES, EntraTechniques.GRAPH_ROLE_WRITE, List.of()),
          new Grant("RoleEligibilitySchedule.ReadWrite.Directory", DirectoryPower.ASSIGN_ROLES, EntraTechniques.GRAPH_ROLE_WRITE, AN_ELIGIBLE_USER),
          new Grant("AppRoleAssignment.ReadWrite.All", DirectoryPower.GRANT_PERMISSIONS, EntraTechniques.GRAPH_ROLE_WRITE, List.of()),
          new Grant("Application.ReadWrite.All", DirectoryPower.WRITE_APPLICATION_CREDENTIALS, EntraTechniques.GRAPH_APPLICATION_WRITE, List.of()),
          new Grant("Application.ReadWrite.All", DirectoryPower.WRITE_PRINCIPAL_CREDENTIALS, EntraTechniques.GRAPH_APPLICATION_WRITE, List.of()),
          new Grant("Application.ReadUpdate.All", DirectoryPower.WRITE_APPLICATION_CREDENTIALS, EntraTechniques.GRAPH_APPLICATION_WRITE, List.of()),
          new Grant("Application.ReadUpdate.All", DirectoryPower.WRITE_PRINCIPAL_CREDENTIALS, EntraTechniques.GRAPH_APPLICATION_WRITE, List.of()),
          new Grant("AgentIdentityBlueprint.AddRemoveCreds.All", DirectoryPower.WRITE_BLUEPRINT_CREDENTIALS, EntraTechniques.GRAPH_APPLICATION_WRITE, List.of()),
          new Grant("AgentIdentityBlueprint.ReadWrite.All", DirectoryPower.WRITE_BLUEPRINT_CREDENTIALS, EntraTechniques.GRAPH_APPLICATION_WRITE, List.of()),
          new Grant("Group.ReadWrite.All", DirectoryPower.WRITE_GROUP_MEMBERS, EntraTechniques.GRAPH_GROUP_WRITE, List.of()),
          new Grant("Group.ReadWrite.All", DirectoryPower.WRITE_GROUP_RULES, EntraTechniques.GROUP_RULE, List.of()),
          new Grant("Directory.ReadWrite.All", DirectoryPower.WRITE_GROUP_MEMBERS, EntraTechniques.GRAPH_GROUP_WRITE, List.of()),
          new Grant("Directory.ReadWrite.All", DirectoryPower.WRITE_GROUP_RULES, EntraTechniques.GROUP_RULE, List.of()),
          new Grant("GroupMember.ReadWrite.All", DirectoryPower.WRITE_GROUP_MEMBERS, EntraTechniques.GRAPH_GROUP_WRITE, List.of()),
          new Grant("PrivilegedAccess.ReadWrite.AzureADGroup", DirectoryPower.SCHEDULE_GROUP_MEMBERS, EntraTechniques.GROUP_SCHEDULE, List.of()),
          new Grant("PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup", DirectoryPower.SCHEDULE_GROUP_MEMBERS, EntraTechniques.GROUP_SCHEDULE,
              List.of()),
          new Grant("PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup", DirectoryPower.SCHEDULE_GROUP_MEMBERS, EntraTechniques.GROUP_SCHEDULE,
              AN_ELIGIBLE_USER),
          new Grant("User.ReadWrite.All", DirectoryPower.WRITE_USER_ATTRIBUTES, EntraTechniques.USER_ATTRIBUTE, List.of()),
          new Grant("Directory.ReadWrite.All", DirectoryPower.WRITE_USER_ATTRIBUTES, EntraTechniques.USER_ATTRIBUTE, List.of()),
          new Grant("Policy.ReadWrite.CrossTenantAccess", DirectoryPower.ADMIT_FOREIGN_USERS, EntraTechniques.CROSS_TENANT_SYNCHRONIZATION, List.of()),
          new Grant("Domain.ReadWrite.All", DirectoryPower.WRITE_DOMAINS, EntraTechniques.DOMAIN_FEDERATION, List.of()),
          new Grant("DeviceManagementScripts.ReadWrite.All", DirectoryPower.RUN_SCRIPTS_ON_DEVICES, EntraTechniques.DEVICE_SCRIPT, List.of()),
          new Grant("DeviceManagementApps.ReadWrite.All", DirectoryPower.RUN_SCRIPTS_ON_DEVICES, EntraTechniques.DEVICE_SCRIPT, List.of()),
          new Grant("DeviceManagementConfiguration.ReadWrite.All", DirectoryPower.CONFIGURE_WINDOWS_DEVICES, EntraTechniques.DEVICE_SCRIPT, List.of()),
          new Grant("DeviceManagementRBAC.ReadWrite.All", DirectoryPower.RUN_SCRIPTS_ON_DEVICES, EntraTechniques.DEVICE_SCRIPT, A_USER));

  /** Permissions that are feared with those above and lead nowhere by themselves, with the reason. */
  public static final Map<String, String> NOTHING_ALONE =
      Map.ofEntries(
          entry("RoleManagementPolicy.ReadWrite.Directory", "takes conditions of activation away from who is eligible"),
          entry("RoleManagementPolicy.ReadWrite.AzureADGroup", "takes conditions of activation away from who is eligible"),
          entry("UserAuthMethod-HardwareOATH.ReadWrite.All", "adds a second factor, which does not sign in without the first"),
          entry("User.EnableDisableAccount.All", "switches accounts on and off"),
          entry("User.DeleteRestore.All", "deletes and restores users, who keep their credentials"),
          entry("SignInIdentifier.ReadWrite.All", "changes names that users sign in by, not their credentials"),
          entry("Policy.ReadWrite.AuthenticationMethod", "switches on a method that somebody else must add to a user"),
          entry("Policy.ReadWrite.ConditionalAccess", "takes conditions of signing in away"),
          entry("Policy.ReadWrite.PermissionGrant", "writes policies of consent, which somebody must be given"),
          entry("AdministrativeUnit.ReadWrite.All", "takes objects out of a unit with restricted management, for others to change"),
          entry("Group-OnPremisesSyncBehavior.ReadWrite.All", "makes a synchronised group a cloud group, for others to change"),
          entry("SecurityIdentitiesActions.ReadWrite.All", "disables accounts and asks for a new password at the next sign-in"),
          entry("Synchronization.ReadWrite.All", "runs provisioning between directories that others set up"),
          entry("PrivilegedAccess.ReadWrite.AzureAD", "of the first Privileged Identity Management, without an operation that accepts it"),
          entry("PrivilegedAccess.ReadWrite.AzureResources", "of the first Privileged Identity Management, without an operation that accepts it"));
}
