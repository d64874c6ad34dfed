package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parsers of the directory's objects. */
final class DirectoryParsers {

  private static final String NAME = "displayName";
  private static final String INTUNE = "0000000a-0000-0000-c000-000000000000";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.graph("organization", DirectoryParsers::tenant),
          ItemParser.graph("users", item -> Agents.with(item, user(item))),
          ItemParser.graph("groups", DirectoryParsers::group),
          ItemParser.graph("applications", item -> Agents.with(item, application(item))),
          ItemParser.graph("applications-federatedIdentityCredentials", DirectoryParsers::federatedCredential),
          ItemParser.graph("servicePrincipals", item -> Agents.with(item, servicePrincipal(item))),
          ItemParser.graph("devices", DirectoryParsers::device),
          ItemParser.graph("domains", DirectoryParsers::domain),
          ItemParser.graph("domains-federationConfiguration", DirectoryParsers::federation),
          ItemParser.graph("administrativeUnits", item -> item.entra().map(id -> new AdministrativeUnit(item.origin(id), id, item.text(NAME),
              item.is("isMemberManagementRestricted"))).stream().toList()),
          ItemParser.graph("authenticationMethodConfigurations", item -> item.entra().map(id -> new AuthenticationMethod(item.origin(id), id,
              item.text("id"), item.text("state").equalsIgnoreCase("enabled"))).stream().toList()),
          ItemParser.graph("riskyUsers", item -> item.entra().map(id -> new RiskyUser(item.origin(id), id, item.text("riskState"),
              item.text("riskLevel"))).stream().toList()));

  private DirectoryParsers() {}

  private static List<Tenant> tenant(Item item) {
    var id = new EntraId(item.document().scope().id(), item.document().scope().id());
    return List.of(new Tenant(item.origin(id), id, item.text(NAME), Fields.texts(item.at("verifiedDomains"), "name")));
  }

  private static List<EntraUser> user(Item item) {
    List<String> mails = new ArrayList<>(item.texts("otherMails"));
    if (!item.text("mail").isEmpty()) {
      mails.addFirst(item.text("mail"));
    }
    item.texts("proxyAddresses").stream().map(address -> address.replaceFirst("(?i)^smtp:", "")).forEach(mails::add);
    var person = new EntraUser.Person(mails.stream().distinct().toList(), item.text("employeeId"), item.text("onPremisesSamAccountName"));
    return item.entra().map(id -> new EntraUser(item.origin(id), id, item.text(NAME), item.text("userPrincipalName"),
        item.isUnlessSaid("accountEnabled") && item.text("deletedDateTime").isEmpty(), item.text("userType"), item.is("onPremisesSyncEnabled"),
        item.is("onPremisesSyncEnabled") || !item.text("onPremisesImmutableId").isEmpty(), person)).stream().toList();
  }

  private static List<EntraGroup> group(Item item) {
    List<String> types = item.lowerTexts("groupTypes");
    String rule = item.text("membershipRuleProcessingState").equalsIgnoreCase("Paused") ? "" : item.text("membershipRule");
    var membership = new EntraGroup.Membership(types.contains("dynamicmembership"), rule, item.is("onPremisesSyncEnabled"));
    return item.entra().map(id -> new EntraGroup(item.origin(id), id, item.text(NAME), item.is("securityEnabled"), types.contains("unified"),
        item.is("isAssignableToRole"), membership)).stream().toList();
  }

  private static List<Device> device(Item item) {
    boolean byIntune = Set.of("", INTUNE).contains(item.lower("mdmAppId"));
    return item.entra().map(id -> new Device(item.origin(id), id, item.text(NAME), item.text("operatingSystem"), item.isUnlessSaid("accountEnabled"),
        item.is("isManaged") && byIntune)).stream().toList();
  }

  private static List<Domain> domain(Item item) {
    return item.entra().map(id -> new Domain(item.origin(id), id, id.objectId(), item.is("isVerified"), item.is("isInitial"),
        item.text("authenticationType").equalsIgnoreCase("Federated"))).stream().toList();
  }

  private static List<DomainFederation> federation(Item item) {
    String domain = ResourceId.lowerCase(item.document().subject());
    if (domain.isEmpty() || item.text("issuerUri").isEmpty()) {
      return List.of();
    }
    EntraId id = item.entra(domain + "/federationConfiguration/" + item.text("id"));
    return List.of(new DomainFederation(item.origin(id), id, domain, item.text("issuerUri"),
        !item.text("federatedIdpMfaBehavior").equalsIgnoreCase("rejectMfaByFederatedIdp")));
  }

  private static List<Application> application(Item item) {
    boolean byMicrosoft = !item.text("disabledByMicrosoftStatus").isEmpty() && !item.text("disabledByMicrosoftStatus").equals("NotDisabled");
    boolean disabled = byMicrosoft || item.is("isDisabled") || !item.text("deletedDateTime").isEmpty();
    return item.entra().map(id -> new Application(item.origin(id), id, item.lower("appId"), item.text(NAME), item.text("signInAudience"), disabled,
        instanceLocked(item), item.texts("identifierUris"), preAuthorized(item), Item.at(item.at("api"), "requestedAccessTokenVersion").asInt(1))).stream().toList();
  }

  private static List<String> preAuthorized(Item item) {
    return Fields.texts(Item.at(item.at("api"), "preAuthorizedApplications"), "appId").stream().map(ResourceId::lowerCase).toList();
  }

  /** Source: Microsoft Graph, resource type servicePrincipalLockConfiguration. */
  private static boolean instanceLocked(Item item) {
    JsonNode lock = item.at("servicePrincipalLockConfiguration");
    return Item.at(lock, "isEnabled").asBoolean(false)
        && (Item.at(lock, "allProperties").asBoolean(false) || Item.at(lock, "credentialsWithUsageVerify").asBoolean(false));
  }

  private static List<FederatedIdentityCredential> federatedCredential(Item item) {
    String application = item.document().subject();
    String name = item.text("id").isEmpty() ? item.text("name") : item.text("id");
    if (application.isEmpty() || name.isEmpty()) {
      return List.of();
    }
    EntraId id = item.entra(application + "/federatedIdentityCredentials/" + name);
    return List.of(new FederatedIdentityCredential(item.origin(id), id, item.entra(application), item.text("name"), item.text("issuer"),
        item.text("subject"), item.texts("audiences"), item.text("claimsMatchingExpression", "value")));
  }

  private static List<ServicePrincipal> servicePrincipal(Item item) {
    SortedMap<String, String> appRoles = new TreeMap<>();
    item.at("appRoles").forEach(role -> appRoles.put(ResourceId.lowerCase(Item.text(Item.at(role, "id"))), Item.text(Item.at(role, "value"))));
    return item.entra().map(id -> new ServicePrincipal(item.origin(id), id, item.lower("appId"), item.text(NAME), item.text("servicePrincipalType"),
        enabled(item), item.lower("appOwnerOrganizationId"), item.is("appRoleAssignmentRequired"), delegated(item), item.texts("alternativeNames"), appRoles,
        item.texts("servicePrincipalNames"), SignOn.of(item))).stream().toList();
  }

  /** Source: Microsoft Graph, resource type permissionScope. */
  private static boolean delegated(Item item) {
    boolean delegated = false;
    for (JsonNode scope : item.at("oauth2PermissionScopes")) {
      delegated |= Item.at(scope, "isEnabled").asBoolean(true);
    }
    return delegated;
  }

  private static boolean enabled(Item item) {
    String status = item.text("disabledByMicrosoftStatus");
    return item.isUnlessSaid("accountEnabled") && item.text("deletedDateTime").isEmpty() && Arrays.asList("", "NotDisabled").contains(status);
  }
}
