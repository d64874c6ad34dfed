package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.EntraId;
import java.util.List;

/**
 * Parsers of policies of application management.
 *
 * <p>Source: Microsoft Graph, resource types tenantAppManagementPolicy, appManagementPolicy, passwordCredentialConfiguration and
 * keyCredentialConfiguration; Microsoft Entra, "Configure restrictions on how applications can be configured".
 */
final class AppManagementParsers {

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.graph("defaultAppManagementPolicy", item -> {
            EntraId id = item.entra(item.document().scope().id() + "/defaultAppManagementPolicy");
            return List.of(new AppManagementPolicy(item.origin(id), id, true, item.is("isEnabled") && trustedOnly(item.at("servicePrincipalRestrictions"))));
          }),
          ItemParser.graph("appManagementPolicies", item -> item.entra().map(id -> new AppManagementPolicy(item.origin(id), id, false,
              item.is("isEnabled") && trustedOnly(item.at("restrictions")))).stream().toList()),
          ItemParser.graph("appManagementPolicies-appliesTo", AppManagementParsers::target));

  private AppManagementParsers() {}

  private static List<AppManagementTarget> target(Item item) {
    String policy = item.document().subject();
    if (policy.isEmpty() || item.text("id").isEmpty()) {
      return List.of();
    }
    EntraId id = item.entra(policy + "/appliesTo/" + item.text("id"));
    return List.of(new AppManagementTarget(item.origin(id), id, item.entra(policy), item.entra(item.text("id"))));
  }

  private static boolean trustedOnly(JsonNode restrictions) {
    return enforces(Item.at(restrictions, "passwordCredentials"), "passwordAddition") && enforces(Item.at(restrictions, "keyCredentials"), "trustedCertificateAuthority");
  }

  private static boolean enforces(JsonNode list, String type) {
    for (JsonNode each : list) {
      if (Item.text(Item.at(each, "restrictionType")).equalsIgnoreCase(type) && !Item.text(Item.at(each, "state")).equalsIgnoreCase("disabled")) {
        return true;
      }
    }
    return false;
  }
}
