package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.CrossTenantAccess.Door;
import io.drawbridge.inventory.azure.CrossTenantAccess.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parsers of what concerns other tenants. Source: Microsoft Graph, resource types crossTenantAccessPolicyConfigurationDefault,
 * crossTenantAccessPolicyConfigurationPartner, crossTenantIdentitySyncPolicyPartner and tenantInformation.
 */
final class CrossTenantParsers {

  private static final String USERS = "usersAndGroups";
  private static final String APPLICATIONS = "applications";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.graph("crossTenantAccessPolicy-default", item -> List.of(settings(item, ""))),
          ItemParser.graph("crossTenantAccessPolicy-partners", CrossTenantParsers::partner),
          ItemParser.graph("crossTenantAccessPolicy-partners-identitySynchronization", item -> synchronization(item, item.json())),
          ItemParser.graph("tenantInformation", CrossTenantParsers::information));

  private CrossTenantParsers() {}

  private static List<Resource> partner(Item item) {
    String partner = item.lower("tenantId");
    if (partner.isEmpty()) {
      return List.of();
    }
    List<Resource> records = new ArrayList<>(List.of(settings(item, partner)));
    if (item.at("identitySynchronization").isObject()) {
      records.addAll(synchronization(item, item.at("identitySynchronization")));
    }
    return records;
  }

  private static CrossTenantAccess settings(Item item, String partner) {
    EntraId id = item.entra(item.document().scope().id() + "/crossTenantAccessPolicy/" + (partner.isEmpty() ? "default" : partner));
    return new CrossTenantAccess(item.origin(id), id, partner, door(item.at("b2bCollaborationInbound")), door(item.at("b2bCollaborationOutbound")),
        new Trust(said(item, "isMfaAccepted"), said(item, "isCompliantDeviceAccepted"), said(item, "isHybridAzureADJoinedDeviceAccepted")),
        item.is("isServiceProvider"));
  }

  private static Optional<Boolean> said(Item item, String trust) {
    JsonNode value = item.at("inboundTrust", trust);
    return value.isBoolean() ? Optional.of(value.asBoolean()) : Optional.empty();
  }

  /** Both who and where to must be open; what is kept from everyone, or from every application, is closed. */
  private static Door door(JsonNode setting) {
    if (!setting.isObject()) {
      return Door.INHERITED;
    }
    List<Door> sides = List.of(side(Item.at(setting, USERS), "AllUsers"), side(Item.at(setting, APPLICATIONS), "AllApplications"));
    return sides.contains(Door.CLOSED) ? Door.CLOSED : sides.contains(Door.SOME) ? Door.SOME : Door.OPEN;
  }

  private static Door side(JsonNode side, String everything) {
    boolean all = Fields.texts(Item.at(side, "targets"), "target").stream().anyMatch(everything::equalsIgnoreCase);
    return switch (ResourceId.lowerCase(Item.text(Item.at(side, "accessType")))) {
      case "blocked" -> all ? Door.CLOSED : Door.OPEN;
      case "allowed" -> all ? Door.OPEN : Door.SOME;
      default -> Door.OPEN;
    };
  }

  private static List<CrossTenantSynchronization> synchronization(Item item, JsonNode policy) {
    String partner = ResourceId.lowerCase(Item.text(Item.at(policy, "tenantId")));
    String known = partner.isEmpty() ? item.lower("tenantId") : partner;
    EntraId id = item.entra(item.document().scope().id() + "/crossTenantAccessPolicy/" + known + "/identitySynchronization");
    return known.isEmpty() ? List.of()
        : List.of(new CrossTenantSynchronization(item.origin(id), id, known, Item.at(policy, "userSyncInbound", "isSyncAllowed").asBoolean(false)));
  }

  private static List<TenantInformation> information(Item item) {
    String tenant = item.lower("tenantId");
    EntraId id = item.entra(item.document().scope().id() + "/tenantInformation/" + tenant);
    return tenant.isEmpty() ? List.of()
        : List.of(new TenantInformation(item.origin(id), id, item.text("displayName"), tenant, item.lower("defaultDomainName")));
  }
}
