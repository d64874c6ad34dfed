package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.azure.ConsentConditions.Clients;
import java.util.List;

/**
 * Parsers of policies of consent, and of what every user may do.
 *
 * <p>A list of the one value {@code all} takes in everything. Source: Microsoft Graph, resource types permissionGrantConditionSet and
 * authorizationPolicy.
 */
final class ConsentParsers {

  private static final String ALL_VALUES = "all";
  private static final String ANY = "any";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.graph("permissionGrantPolicies-includes", item -> conditions(item, true)),
          ItemParser.graph("permissionGrantPolicies-excludes", item -> conditions(item, false)),
          ItemParser.graph("authorizationPolicy", ConsentParsers::authorization));

  private ConsentParsers() {}

  private static List<ConsentConditions> conditions(Item item, boolean include) {
    String policy = item.document().subject();
    if (policy.isEmpty() || item.text("id").isEmpty() || item.text("permissionType").isEmpty()) {
      return List.of();
    }
    EntraId id = item.entra(policy + (include ? "/includes/" : "/excludes/") + item.text("id"));
    String resource = item.lower("resourceApplication");
    var clients = new Clients(some(item, "clientApplicationIds"), some(item, "clientApplicationTenantIds"), some(item, "clientApplicationPublisherIds"),
        item.is("clientApplicationsFromVerifiedPublisherOnly"));
    return List.of(new ConsentConditions(item.origin(id), id, item.entra(policy), include, item.lower("permissionType"), resource.isEmpty() ? ANY : resource,
        some(item, "permissions"), clients));
  }

  private static List<String> some(Item item, String field) {
    List<String> values = item.lowerTexts(field);
    return values.contains(ALL_VALUES) ? List.of() : values;
  }

  private static List<AuthorizationPolicy> authorization(Item item) {
    String tenant = item.document().scope().id();
    EntraId id = item.entra(tenant + "/authorizationPolicy");
    List<String> consent = item.texts("defaultUserRolePermissions", "permissionGrantPoliciesAssigned");
    return List.of(new AuthorizationPolicy(item.origin(id), id, item.isUnlessSaid("defaultUserRolePermissions", "allowedToCreateApps"),
        item.text("allowInvitesFrom"), consent.isEmpty() ? item.texts("permissionGrantPolicyIdsAssignedToDefaultUserRole") : consent));
  }
}
