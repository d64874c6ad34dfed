package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.Fields;
import java.util.List;
import java.util.Set;

/**
 * Parsers of delegated administration by partners. Source: Microsoft Graph, resource types delegatedAdminRelationship and
 * delegatedAdminAccessAssignment.
 */
final class PartnerParsers {

  private static final String ACTIVE = "active";

  /** Durations that extend nothing. */
  private static final Set<String> NEVER = Set.of("", "pt0s", "p0d");

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.graph("delegatedAdminRelationships", PartnerParsers::relationship),
          ItemParser.graph("delegatedAdminRelationships-accessAssignments", PartnerParsers::assignment));

  private PartnerParsers() {}

  private static List<DelegatedAdminRelationship> relationship(Item item) {
    String customer = item.lower("customer", "tenantId");
    String until = NEVER.contains(item.lower("autoExtendDuration")) ? item.text("endDateTime") : "";
    return customer.isEmpty() ? List.of() : item.entra().map(id -> new DelegatedAdminRelationship(item.origin(id), id, item.text("displayName"), customer,
        item.lower("status").equals(ACTIVE), Term.of(item.text("activatedDateTime"), until), roles(item))).stream().toList();
  }

  private static List<DelegatedAdminAssignment> assignment(Item item) {
    String relationship = item.document().subject();
    String group = item.lower("accessContainer", "accessContainerId");
    return relationship.isEmpty() || group.isEmpty() ? List.of() : item.entra().map(id -> new DelegatedAdminAssignment(item.origin(id), id,
        item.entra(relationship), item.entra(group), item.lower("status").equals(ACTIVE), roles(item))).stream().toList();
  }

  private static List<String> roles(Item item) {
    return Fields.texts(item.at("accessDetails", "unifiedRoles"), "roleDefinitionId").stream().map(ResourceId::lowerCase).toList();
  }
}
