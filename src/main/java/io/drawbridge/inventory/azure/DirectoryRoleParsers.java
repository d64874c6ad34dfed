package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parsers of directory roles: their definitions, who holds them, and who may activate them.
 *
 * <p><b>Not modelled:</b> role management of other providers (Cloud PC, Intune, entitlement management), whose items have other fields.
 */
final class DirectoryRoleParsers {

  private static final String NAME = "displayName";

  /** Of schedules; assignments and instances have no status. */
  private static final Set<String> CURRENT = Set.of("", "provisioned", "granted", "schedulecreated");

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.graph("directoryRoles", item -> item.entra().map(id -> new DirectoryRole(item.origin(id), id, item.lower("roleTemplateId"),
              item.text(NAME))).stream().toList()),
          ItemParser.graph("roleDefinitions", DirectoryRoleParsers::definition),
          ItemParser.graph("roleAssignments", item -> assignment(item, false)),
          ItemParser.graph("roleAssignmentScheduleInstances", item -> assignment(item, false)),
          ItemParser.graph("roleEligibilityScheduleInstances", item -> assignment(item, true)),
          ItemParser.graph("roleEligibilitySchedules", item -> assignment(item, true)),
          ItemParser.graph("directoryRoles-scopedMembers", DirectoryRoleParsers::scopedMember),
          ItemParser.graph("administrativeUnits-scopedRoleMembers", DirectoryRoleParsers::scopedMember));

  private DirectoryRoleParsers() {}

  private static List<DirectoryRoleDefinition> definition(Item item) {
    List<String> actions = new ArrayList<>();
    for (JsonNode block : item.at("rolePermissions")) {
      actions.addAll(Fields.texts(Item.at(block, "allowedResourceActions")));
    }
    String template = item.lower("templateId").isEmpty() ? item.lower("id") : item.lower("templateId");
    return item.entra().map(id -> new DirectoryRoleDefinition(item.origin(id), id, template, item.text(NAME), item.is("isBuiltIn"),
        item.isUnlessSaid("isEnabled"), actions)).stream().toList();
  }

  /** Without a scope it is of another provider's role management. */
  private static List<DirectoryRoleAssignment> assignment(Item item, boolean eligible) {
    String principal = item.lower("principalId");
    String role = item.lower("roleDefinitionId");
    String scope = item.lower("directoryScopeId").isEmpty() ? item.lower("resourceScope") : item.lower("directoryScopeId");
    return principal.isEmpty() || role.isEmpty() || scope.isEmpty() ? List.of() : List.of(record(item, principal, role, scope, eligible));
  }

  /** A role within one administrative unit; {@code roleId} is the activated role's object id. */
  private static List<DirectoryRoleAssignment> scopedMember(Item item) {
    String principal = item.lower("roleMemberInfo", "id");
    String role = item.lower("roleId");
    String unit = item.lower("administrativeUnitId");
    return principal.isEmpty() || role.isEmpty() || unit.isEmpty() ? List.of()
        : List.of(record(item, principal, role, "/administrativeunits/" + unit, false));
  }

  /** One for each holding and its end: the same stands in several listings. An instance has its own times, a schedule has them in its information. */
  private static DirectoryRoleAssignment record(Item item, String principal, String role, String scope, boolean eligible) {
    String status = item.lower("status");
    boolean current = CURRENT.contains(status);
    String until = item.text("endDateTime") + item.text("scheduleInfo", "expiration", "endDateTime");
    EntraId id = item.entra(principal + "/roles/" + role + scope + (eligible ? "?eligible" : "") + (current ? "" : "#" + status)
        + (until.isEmpty() ? "" : "@" + until));
    Term term = Term.of(item.text("startDateTime") + item.text("scheduleInfo", "startDateTime"), until);
    return new DirectoryRoleAssignment(item.origin(id), id, principal, role, scope, eligible, current, term);
  }
}
