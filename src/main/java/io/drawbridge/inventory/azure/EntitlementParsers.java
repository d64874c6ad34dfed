package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AccessPackage.Given;
import io.drawbridge.inventory.azure.PackagePolicy.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parsers of entitlement management: catalogs, what is in them, access packages with what they give expanded, who may request them, and who manages
 * them.
 *
 * <p>Source: Microsoft Graph, resource types accessPackageCatalog, accessPackageResource, accessPackage, accessPackageAssignmentPolicy,
 * accessPackageResourceRoleScope; "List resourceRoleScopes"; role management of entitlement management.
 */
final class EntitlementParsers {

  private static final String NAME = "displayName";
  private static final String SYSTEM = "originSystem";
  private static final String ORIGIN = "originId";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.graph("entitlementManagement-catalogs", item -> item.entra().map(id -> new AccessCatalog(item.origin(id), id, item.text(NAME),
              !item.text("state").equalsIgnoreCase("unpublished"), item.is("isExternallyVisible"))).stream().toList()),
          ItemParser.graph("entitlementManagement-catalogs-resources", EntitlementParsers::resource),
          ItemParser.graph("entitlementManagement-accessPackages", EntitlementParsers::accessPackage),
          ItemParser.graph("entitlementManagement-assignmentPolicies", item -> policy(item, item.json(), parent(item, item.json(), "accessPackage"))),
          ItemParser.graph("entitlementManagement-roleAssignments", EntitlementParsers::role));

  private EntitlementParsers() {}

  private static List<CatalogResource> resource(Item item) {
    String catalog = item.document().subject();
    String origin = item.lower(ORIGIN);
    if (catalog.isEmpty() || origin.isEmpty()) {
      return List.of();
    }
    EntraId id = item.entra(catalog + "/resources/" + origin);
    return List.of(new CatalogResource(item.origin(id), id, item.entra(catalog), system(item), origin));
  }

  /** Without its own, a resource has the system of its scope. */
  private static String system(Item item) {
    String own = item.text(SYSTEM);
    return own.isEmpty() ? Item.text(Item.at(item.at("scopes").path(0), SYSTEM)) : own;
  }

  private static List<Resource> accessPackage(Item item) {
    List<Resource> records = new ArrayList<>();
    item.entra().ifPresent(id -> {
      records.add(new AccessPackage(item.origin(id), id, item.text(NAME), parent(item, item.json(), "catalog"), gives(item.at("resourceRoleScopes"))));
      item.at("assignmentPolicies").forEach(policy -> records.addAll(policy(item, policy, Optional.of(id))));
    });
    return records;
  }

  private static Optional<List<Given>> gives(JsonNode scopes) {
    List<Given> gives = new ArrayList<>();
    for (JsonNode each : scopes) {
      String system = Item.text(Item.at(each, "scope", SYSTEM));
      gives.add(new Given(system.isEmpty() ? Item.text(Item.at(each, "role", SYSTEM)) : system, Item.text(Item.at(each, "role", ORIGIN)),
          ResourceId.lowerCase(Item.text(Item.at(each, "scope", ORIGIN)))));
    }
    return scopes.isArray() ? Optional.of(List.copyOf(gives)) : Optional.empty();
  }

  private static List<PackagePolicy> policy(Item item, JsonNode policy, Optional<EntraId> accessPackage) {
    String own = Item.text(Item.at(policy, "id"));
    if (own.isEmpty()) {
      return List.of();
    }
    EntraId id = item.entra(own);
    boolean requestable = Item.at(policy, "requestorSettings", "enableTargetsToSelfAddAccess").asBoolean(false);
    JsonNode approval = Item.at(policy, "requestApprovalSettings");
    List<String> approvers = new ArrayList<>();
    Item.at(approval, "stages").forEach(stage -> approvers.addAll(subjects(Item.at(stage, "primaryApprovers"))));
    return List.of(new PackagePolicy(item.origin(id), id, Item.text(Item.at(policy, NAME)), accessPackage, requestable,
        Item.text(Item.at(policy, "allowedTargetScope")), subjects(Item.at(policy, "specificAllowedTargets")),
        new Approval(Item.at(approval, "isApprovalRequiredForAdd").asBoolean(false), approvers)));
  }

  private static List<String> subjects(JsonNode set) {
    List<String> ids = new ArrayList<>();
    for (JsonNode each : set) {
      String user = Item.text(Item.at(each, "userId"));
      String id = user.isEmpty() ? Item.text(Item.at(each, "groupId")) : user;
      if (!id.isEmpty()) {
        ids.add(ResourceId.lowerCase(id));
      }
    }
    return ids;
  }

  /** Named by an expanded object, or by its id alone. */
  private static Optional<EntraId> parent(Item item, JsonNode json, String field) {
    String expanded = Item.text(Item.at(json, field, "id"));
    String id = expanded.isEmpty() ? Item.text(Item.at(json, field + "Id")) : expanded;
    return id.isEmpty() ? Optional.empty() : Optional.of(item.entra(id));
  }

  private static List<CatalogRoleAssignment> role(Item item) {
    String principal = item.lower("principalId");
    String role = item.lower("roleDefinitionId");
    String scope = item.lower("appScopeId");
    if (principal.isEmpty() || role.isEmpty()) {
      return List.of();
    }
    String catalog = scope.isEmpty() || scope.equals("/") ? "/" : scope.substring(scope.lastIndexOf('/') + 1);
    EntraId id = item.entra(principal + "/entitlementRoles/" + role + "/" + catalog);
    return List.of(new CatalogRoleAssignment(item.origin(id), id, item.entra(principal), role, catalog));
  }
}
