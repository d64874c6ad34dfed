package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parsers of services that open to keys or administrators of their own, of locks, and of policy assignments. */
final class ServiceParsers {

  private static final String PROPERTIES = "properties";
  private static final String ADMINISTRATORS = "/administrators/";

  /** They all say it in the same fields. */
  private static final List<String> KEYED =
      List.of("microsoft.documentdb/databaseaccounts", "microsoft.servicebus/namespaces", "microsoft.eventhub/namespaces",
          "microsoft.appconfiguration/configurationstores", "microsoft.cognitiveservices/accounts", "microsoft.search/searchservices",
          "microsoft.cache/redis", "microsoft.batch/batchaccounts");

  private static final List<String> SERVERS =
      List.of("microsoft.sql/servers", "microsoft.sql/managedinstances", "microsoft.dbforpostgresql/flexibleservers",
          "microsoft.dbformysql/flexibleservers", "microsoft.synapse/workspaces");

  /** Whose networks stand in a resource of their own. */
  private static final List<String> NAMESPACES = List.of("microsoft.servicebus/namespaces", "microsoft.eventhub/namespaces");

  static final List<ItemParser> ALL =
      Stream.of(
              KEYED.stream().map(type -> ItemParser.arm(type, item -> keyed(item, type))),
              NAMESPACES.stream().map(type -> ItemParser.arm(type + "/networkrulesets", ServiceParsers::networkRules)),
              SERVERS.stream().map(type -> ItemParser.arm(type, item -> server(item, type))),
              SERVERS.stream().map(type -> ItemParser.arm(type + "/administrators", ServiceParsers::administrator)),
              SERVERS.stream().map(type -> ItemParser.arm(type + "/firewallrules", ServiceParsers::firewallRule)),
              Stream.of(ItemParser.arm("microsoft.machinelearningservices/workspaces", ServiceParsers::learning),
                  ItemParser.arm("microsoft.documentdb/databaseaccounts/sqlroleassignments", ServiceParsers::dataRole),
                  ItemParser.arm("microsoft.documentdb/databaseaccounts/sqlroledefinitions", ServiceParsers::dataRoleDefinition),
                  ItemParser.arm("microsoft.authorization/policysetdefinitions", ServiceParsers::policySet),
                  ItemParser.arm("microsoft.authorization/locks", ServiceParsers::lock),
                  ItemParser.arm("microsoft.authorization/policyassignments", ServiceParsers::policyAssignment)))
          .flatMap(parsers -> parsers)
          .toList();

  private ServiceParsers() {}

  private static List<KeyedService> keyed(Item item, String type) {
    List<String> modes = item.texts(PROPERTIES, "allowedAuthenticationModes");
    boolean keys = !item.is(PROPERTIES, "disableLocalAuth") && !item.is(PROPERTIES, "disableAccessKeyAuthentication")
        && (modes.isEmpty() || modes.stream().anyMatch("SharedKey"::equalsIgnoreCase));
    return item.arm().map(id -> new KeyedService(item.origin(id), id, item.nameOr(id), type, keys, NetworkRules.of(item))).stream().toList();
  }

  private static List<ServiceNetworkRules> networkRules(Item item) {
    return item.arm().flatMap(id -> above(id, "/networkrulesets/").map(service -> new ServiceNetworkRules(item.origin(id), id, item.nameOr(id), service,
        NetworkRules.of(item)))).stream().toList();
  }

  /** An address is let in only by a rule of the server's firewall, so that without one nobody is. */
  private static List<Resource> server(Item item, String type) {
    List<Resource> records = new ArrayList<>();
    item.arm().ifPresent(id -> {
      boolean closed = Stream.of(item.text(PROPERTIES, "publicNetworkAccess"), item.text(PROPERTIES, "network", "publicNetworkAccess"))
          .anyMatch("Disabled"::equalsIgnoreCase);
      boolean passwords = !item.is(PROPERTIES, "administrators", "azureADOnlyAuthentication") && !item.is(PROPERTIES, "azureADOnlyAuthentication")
          && !item.text(PROPERTIES, "authConfig", "passwordAuth").equalsIgnoreCase("Disabled");
      records.add(new DatabaseServer(item.origin(id), id, item.nameOr(id), type, passwords, new NetworkAccess(true, closed, List.of(), List.of())));
      String sid = item.lower(PROPERTIES, "administrators", "sid");
      if (!sid.isEmpty()) {
        records.add(new DatabaseAdministrator(item.origin(id), new ArmId(id.text() + ADMINISTRATORS + "activedirectory"),
            item.text(PROPERTIES, "administrators", "login"), id, sid, item.lower(PROPERTIES, "administrators", "tenantId")));
      }
    });
    return records;
  }

  private static List<DatabaseAdministrator> administrator(Item item) {
    String sid = item.lower(PROPERTIES, "sid");
    String objectId = sid.isEmpty() ? item.lower(PROPERTIES, "objectId") : sid;
    return item.arm().filter(id -> !objectId.isEmpty()).flatMap(id -> above(id, ADMINISTRATORS).map(server -> new DatabaseAdministrator(
        item.origin(id), id, item.nameOr(id), server, objectId, item.lower(PROPERTIES, "tenantId")))).stream().toList();
  }

  private static List<DatabaseFirewallRule> firewallRule(Item item) {
    return item.arm().flatMap(id -> above(id, "/firewallrules/").map(server -> new DatabaseFirewallRule(item.origin(id), id, item.nameOr(id), server,
        item.text(PROPERTIES, "startIpAddress"), item.text(PROPERTIES, "endIpAddress")))).stream().toList();
  }

  private static List<CosmosDataRole> dataRole(Item item) {
    String role = item.lower(PROPERTIES, "roleDefinitionId");
    String principal = item.lower(PROPERTIES, "principalId");
    return item.arm().filter(id -> !role.isEmpty() && !principal.isEmpty()).flatMap(id -> above(id, "/sqlroleassignments/").map(account ->
        new CosmosDataRole(item.origin(id), id, item.nameOr(id), account, principal, role.substring(role.lastIndexOf('/') + 1),
            Item.arm(item.text(PROPERTIES, "scope")).orElse(account)))).stream().toList();
  }

  private static List<CosmosRoleDefinition> dataRoleDefinition(Item item) {
    List<Permission> permissions = new ArrayList<>();
    item.at(PROPERTIES, "permissions").forEach(block -> permissions.add(new Permission(List.of(), List.of(), Fields.texts(Item.at(block, "dataActions")),
        Fields.texts(Item.at(block, "notDataActions")), "", "")));
    return item.arm().flatMap(id -> above(id, "/sqlroledefinitions/").map(account -> new CosmosRoleDefinition(item.origin(id), id,
        item.text(PROPERTIES, "roleName"), account, id.name(), permissions))).stream().toList();
  }

  private static List<PolicySet> policySet(Item item) {
    List<ArmId> policies = new ArrayList<>();
    item.at(PROPERTIES, "policyDefinitions").forEach(member -> Item.arm(Item.at(member, "policyDefinitionId")).ifPresent(policies::add));
    return item.arm().map(id -> new PolicySet(item.origin(id), id, item.nameOr(id), policies)).stream().toList();
  }

  private static List<MachineLearningWorkspace> learning(Item item) {
    return item.arm().map(id -> new MachineLearningWorkspace(item.origin(id), id, item.nameOr(id), Item.arm(item.text(PROPERTIES, "storageAccount")),
        !item.text(PROPERTIES, "systemDatastoresAuthMode").equalsIgnoreCase("identity"))).stream().toList();
  }

  private static List<ResourceLock> lock(Item item) {
    return item.arm().map(id -> new ResourceLock(item.origin(id), id, item.nameOr(id), above(id, "/providers/microsoft.authorization/locks/").orElse(id),
        item.text(PROPERTIES, "level").equalsIgnoreCase("ReadOnly"))).stream().toList();
  }

  private static List<PolicyAssignment> policyAssignment(Item item) {
    return item.arm().flatMap(id -> Item.arm(item.text(PROPERTIES, "policyDefinitionId")).map(definition -> new PolicyAssignment(item.origin(id), id,
        item.nameOr(id), above(id, "/providers/microsoft.authorization/policyassignments/").orElse(id), definition,
        !item.text(PROPERTIES, "enforcementMode").equalsIgnoreCase("DoNotEnforce")))).stream().toList();
  }

  private static Optional<ArmId> above(ArmId id, String child) {
    int at = id.text().lastIndexOf(child);
    return at <= 0 ? Optional.empty() : Optional.of(new ArmId(id.text().substring(0, at)));
  }
}
