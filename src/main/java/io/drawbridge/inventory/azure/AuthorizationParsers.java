package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.policy.azure.DenyAssignment;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parsers of Azure role definitions, of who holds or may activate a role, and of deny assignments. */
final class AuthorizationParsers {

  private static final String PROPERTIES = "properties";
  private static final String CONDITION = "condition";
  private static final String CONDITION_VERSION = "conditionVersion";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.authorization/roledefinitions", AuthorizationParsers::definition),
          ItemParser.arm("microsoft.authorization/roleassignments", item -> assignment(item)
              .map(read -> new AzureRoleAssignment(item.origin(read.id()), read.id(), read)).stream().toList()),
          ItemParser.arm("microsoft.authorization/roleeligibilityscheduleinstances", item -> assignment(item)
              .map(read -> new EligibleAzureRole(item.origin(read.id()), read.id(), read, term(item))).stream().toList()),
          ItemParser.arm("microsoft.authorization/roleassignmentscheduleinstances", item -> assignment(item)
              .map(read -> new ActiveAzureRole(item.origin(read.id()), read.id(), read, item.text(PROPERTIES, "assignmentType"), term(item))).stream().toList()),
          ItemParser.arm("microsoft.authorization/denyassignments", AuthorizationParsers::deny));

  private AuthorizationParsers() {}

  private static List<AzureRoleDefinition> definition(Item item) {
    return item.arm().map(id -> {
      List<Permission> permissions = new ArrayList<>();
      item.at(PROPERTIES, "permissions").forEach(block -> permissions.add(permission(block, "", "")));
      String kind = item.text(PROPERTIES, "type");
      boolean custom = kind.equalsIgnoreCase("CustomRole");
      return new AzureRoleDefinition(item.origin(id), id, new RoleDefinition(item.origin(id).document(), id.name(),
          item.text(PROPERTIES, "roleName"), custom, permissions),
          item.texts(PROPERTIES, "assignableScopes").stream().flatMap(scope -> Item.arm(scope).stream()).toList());
    }).stream().toList();
  }

  private static Optional<RoleAssignment> assignment(Item item) {
    String role = item.lower(PROPERTIES, "roleDefinitionId");
    String principal = item.lower(PROPERTIES, "principalId");
    if (role.isEmpty() || principal.isEmpty()) {
      return Optional.empty();
    }
    return item.arm().map(id -> new RoleAssignment(item.origin(id).document(), id, role.substring(role.lastIndexOf('/') + 1), principal,
        item.text(PROPERTIES, "principalType"), scope(item, id), item.text(PROPERTIES, CONDITION), item.text(PROPERTIES, CONDITION_VERSION)));
  }

  private static Term term(Item item) {
    return Term.of(item.text(PROPERTIES, "startDateTime"), item.text(PROPERTIES, "endDateTime"));
  }

  private static List<AzureDenyAssignment> deny(Item item) {
    return item.arm().map(id -> {
      List<DenyAssignment> blocks = new ArrayList<>();
      for (JsonNode block : item.at(PROPERTIES, "permissions")) {
        blocks.add(new DenyAssignment(item.origin(id).document(), id, item.text(PROPERTIES, "denyAssignmentName"), scope(item, id),
            item.is(PROPERTIES, "doNotApplyToChildScopes"), ids(item.at(PROPERTIES, "principals")),
            ids(item.at(PROPERTIES, "excludePrincipals")),
            permission(block, item.text(PROPERTIES, CONDITION), item.text(PROPERTIES, CONDITION_VERSION))));
      }
      return new AzureDenyAssignment(item.origin(id), id, blocks);
    }).stream().toList();
  }

  private static Permission permission(JsonNode block, String outerCondition, String outerVersion) {
    return new Permission(Fields.texts(Item.at(block, "actions")), Fields.texts(Item.at(block, "notActions")),
        Fields.texts(Item.at(block, "dataActions")), Fields.texts(Item.at(block, "notDataActions")), Item.text(Item.at(block, CONDITION)),
        Item.text(Item.at(block, CONDITION_VERSION))).under(outerCondition, outerVersion);
  }

  private static Set<String> ids(JsonNode principals) {
    Set<String> ids = new HashSet<>();
    principals.forEach(principal -> ids.add(ResourceId.lowerCase(Item.text(Item.at(principal, "id")))));
    ids.remove("");
    return ids;
  }

  /** Where it applies: as it says, or what stands before the authorization provider in its id. */
  static ArmId scope(Item item, ArmId id) {
    int at = id.text().lastIndexOf("/providers/microsoft.authorization/");
    String before = at > 0 ? id.text().substring(0, at) : "/";
    return Item.arm(item.text(PROPERTIES, "scope")).orElseGet(() -> new ArmId(before));
  }
}
