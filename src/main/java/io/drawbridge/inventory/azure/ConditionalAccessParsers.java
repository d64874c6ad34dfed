package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy.Applications;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy.Grant;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy.Subjects;
import io.drawbridge.inventory.azure.ConditionalAccessPolicy.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Parsers of Conditional Access. Source: Microsoft Graph, resource types conditionalAccessPolicy and conditionalAccessConditionSet. */
final class ConditionalAccessParsers {

  static final List<ItemParser> ALL =
      List.of(ItemParser.graph("conditionalAccess-policies", ConditionalAccessParsers::policy));

  /** Conditions that leave sign-ins out. */
  private static final List<String> NARROWING =
      List.of("platforms", "locations", "devices", "deviceStates", "authenticationFlows");

  private static final List<String> RISKS = List.of("signInRiskLevels", "userRiskLevels", "servicePrincipalRiskLevels");

  /** Given as one word, or several with commas. */
  private static final List<String> OTHER_RISKS = List.of("insiderRiskLevels", "agentIdRiskLevels");

  private ConditionalAccessParsers() {}

  private static List<ConditionalAccessPolicy> policy(Item item) {
    var users = new Users(subjects(item, "include"), subjects(item, "exclude"));
    var applications = new Applications(Set.copyOf(item.lowerTexts("conditions", "applications", "includeApplications")),
        Set.copyOf(item.lowerTexts("conditions", "applications", "excludeApplications")), item.at("conditions", "applications", "applicationFilter").isObject());
    return item.entra().map(id -> new ConditionalAccessPolicy(item.origin(id), id, item.text("displayName"), item.text("state"), users, applications,
        everySignIn(item), grant(item))).stream().toList();
  }

  private static Subjects subjects(Item item, String side) {
    List<String> users = new ArrayList<>(item.lowerTexts("conditions", "users", side + "Users"));
    JsonNode external = item.at("conditions", "users", side + "GuestsOrExternalUsers");
    if (external.isObject()) {
      String where = ResourceId.lowerCase(Item.text(Item.at(external, "externalTenants", "membershipKind"))).equals("enumerated") ? "@some" : "";
      types(external).forEach(type -> users.add(type + where));
    }
    return new Subjects(Set.copyOf(users), Set.copyOf(item.lowerTexts("conditions", "users", side + "Groups")),
        Set.copyOf(item.lowerTexts("conditions", "users", side + "Roles")),
        Set.copyOf(item.lowerTexts("conditions", "clientApplications", side + "ServicePrincipals")));
  }

  /** In one text with commas; without any, every type is meant. */
  private static List<String> types(JsonNode external) {
    String types = ResourceId.lowerCase(Item.text(Item.at(external, "guestOrExternalUserTypes")));
    return types.isEmpty() ? List.of("guestsorexternalusers") : Stream.of(types.split(",")).map(String::strip).toList();
  }

  private static boolean everySignIn(Item item) {
    List<String> clients = item.lowerTexts("conditions", "clientAppTypes");
    boolean everyClient = clients.isEmpty() || clients.contains("all");
    return everyClient && !item.at("conditions", "clientApplications", "servicePrincipalFilter").isObject()
        && OTHER_RISKS.stream().allMatch(condition -> item.text("conditions", condition).isEmpty())
        && NARROWING.stream().noneMatch(condition -> item.at("conditions", condition).isObject())
        && RISKS.stream().allMatch(condition -> item.texts("conditions", condition).isEmpty());
  }

  private static Grant grant(Item item) {
    Stream<String> built = item.lowerTexts("grantControls", "builtInControls").stream();
    Stream<String> strength = item.at("grantControls", "authenticationStrength").isObject() ? Stream.of("authenticationstrength") : Stream.empty();
    JsonNode terms = item.at("grantControls", "termsOfUse");
    Stream<String> agreed = terms.isArray() && !terms.isEmpty() ? Stream.of("termsofuse") : Stream.empty();
    return new Grant(item.lower("grantControls", "operator").equals("and"), Stream.of(built, strength, agreed).flatMap(controls -> controls).toList());
  }
}
