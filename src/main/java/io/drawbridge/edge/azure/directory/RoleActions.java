package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The powers that resource actions give: how custom roles are judged.
 *
 * <p>An action reads {@code microsoft.directory/<entity>/<property set>/<verb>}; {@code allProperties} stands for every property set,
 * {@code allTasks} for every verb. Actions over {@code groups} leave groups out that are assignable to roles; {@code .security},
 * {@code .unified} and {@code .assignedMembership} narrow them further, {@code applications.myOrganization} means applications of a single
 * tenant. Sources: Microsoft Entra, "Privileged roles and permissions", how to understand role permissions; "Group management permissions for
 * custom roles"; "App registration permissions for custom roles". Custom roles cannot reset credentials: no such action is offered to them.
 * Consent under other policies is in {@link PermissionConsent}.
 */
final class RoleActions {

  private static final String ALL = "allproperties";

  /** Under the policy of company administrators, which alone takes in the application permissions of Microsoft Graph. */
  private static final String CONSENT_TO_ANYTHING = "microsoft.directory/servicePrincipals/managePermissionGrantsForAll.microsoft-company-admin";

  /** Both, for a tenant that has no settings yet. */
  private static final Set<String> ADMIT_A_TENANT = Set.of("microsoft.directory/crosstenantaccesspolicy/partners/create",
      "microsoft.directory/crosstenantaccesspolicy/partners/identitysynchronization/create");

  private static final Set<String> WRITING = Set.of("update", "alltasks");

  /** What a property set of an entity gives to whom may write it. */
  private record Row(DirectoryPower power, String entity, Set<String> properties) {
    boolean fits(String ofEntity, String property) {
      return entity.equals(ofEntity) && properties.contains(property);
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row(DirectoryPower.WRITE_APPLICATION_CREDENTIALS, "applications", Set.of("credentials", ALL)),
          new Row(DirectoryPower.WRITE_APPLICATION_OWNERS, "applications", Set.of("owners")),
          new Row(DirectoryPower.WRITE_SINGLE_TENANT_CREDENTIALS, "applications.myorganization", Set.of("credentials", ALL)),
          new Row(DirectoryPower.WRITE_SINGLE_TENANT_OWNERS, "applications.myorganization", Set.of("owners")),
          new Row(DirectoryPower.WRITE_BLUEPRINT_CREDENTIALS, "agentidentityblueprints", Set.of("credentials", "owners", ALL)),
          new Row(DirectoryPower.WRITE_PRINCIPAL_CREDENTIALS, "serviceprincipals", Set.of("credentials", ALL)),
          new Row(DirectoryPower.WRITE_PRINCIPAL_OWNERS, "serviceprincipals", Set.of("owners")),
          new Row(DirectoryPower.WRITE_GROUP_MEMBERS, "groups", Set.of("members", "owners", ALL)),
          new Row(DirectoryPower.WRITE_GROUP_RULES, "groups", Set.of("dynamicmembershiprule", ALL)),
          new Row(DirectoryPower.WRITE_SECURITY_GROUP_MEMBERS, "groups.security", Set.of("members", "owners", ALL)),
          new Row(DirectoryPower.WRITE_SECURITY_GROUP_MEMBERS, "groups.security.assignedmembership", Set.of("members", "owners", ALL)),
          new Row(DirectoryPower.WRITE_SECURITY_GROUP_RULES, "groups.security", Set.of("dynamicmembershiprule", ALL)),
          new Row(DirectoryPower.WRITE_UNIFIED_GROUP_MEMBERS, "groups.unified", Set.of("members", "owners", ALL)),
          new Row(DirectoryPower.WRITE_UNIFIED_GROUP_MEMBERS, "groups.unified.assignedmembership", Set.of("members", "owners", ALL)),
          new Row(DirectoryPower.WRITE_UNIFIED_GROUP_RULES, "groups.unified", Set.of("dynamicmembershiprule", ALL)),
          new Row(DirectoryPower.WRITE_ROLE_GROUP_MEMBERS, "groupsassignabletoroles", Set.of("members", "owners", ALL)),
          new Row(DirectoryPower.ASSIGN_ROLES, "roleassignments", Set.of(ALL)),
          new Row(DirectoryPower.WRITE_USER_ATTRIBUTES, "users", Set.of("basic", ALL)),
          new Row(DirectoryPower.AUTHENTICATE_PASS_THROUGH, "hybridauthenticationpolicy", Set.of(ALL)),
          new Row(DirectoryPower.WRITE_DOMAINS, "domains", Set.of(ALL)),
          new Row(DirectoryPower.WRITE_FEDERATION, "domains", Set.of("federation")));

  private RoleActions() {}

  static Set<DirectoryPower> powers(Collection<String> actions) {
    Set<DirectoryPower> powers = EnumSet.noneOf(DirectoryPower.class);
    if (actions.stream().map(ResourceId::lowerCase).collect(Collectors.toSet()).containsAll(ADMIT_A_TENANT)) {
      powers.add(DirectoryPower.ADMIT_FOREIGN_USERS);
    }
    for (String action : actions) {
      if (action.equalsIgnoreCase(CONSENT_TO_ANYTHING)) {
        powers.add(DirectoryPower.GRANT_PERMISSIONS);
      }
      String[] parts = ResourceId.lowerCase(action).split("/", -1);
      if (parts.length == 4 && parts[0].equals("microsoft.directory") && WRITING.contains(parts[3])) {
        ROWS.stream().filter(row -> row.fits(parts[1], parts[2])).map(Row::power).forEach(powers::add);
      }
    }
    return powers;
  }
}
