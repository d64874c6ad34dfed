package io.drawbridge.edge.azure.data;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.azure.StorageAccount;
import java.util.ArrayList;
import java.util.List;

/**
 * Ways to read what services hold with keys of theirs, which ask for no account, or by roles on data.
 *
 * <p>Who also writes the service lets keys in again and opens its network. A key that delegates for a user gains no more than the user
 * may read, so asking for one is no way. Sources: Azure Storage, "Prevent authorization with Shared Key", "Create a user delegation SAS", "Configure
 * access to Azure Blob Storage by using SFTP"; Azure Cosmos DB, "Disable key-based authentication" and "Use data plane role-based access
 * control" (its roles are assigned by an action of the control plane), REST "Database Accounts - Get Read Only Keys" (a GET, hence an action that
 * reads, which {@code *}{@code /read} takes in); Service Bus, Event Hubs, App Configuration, AI services, AI Search and Azure Cache for Redis,
 * "Disable local authentication"; Azure permissions. <b>Not modelled:</b> keys of single queues, topics and hubs; roles on data of AI services and
 * search indexes; read-only keys as less than all keys.
 */
public final class StoreKeys {

  private static final String STOLEN = "T1528";
  private static final String STORAGE = "Microsoft.Storage/storageAccounts/";
  private static final String NO_SHARED_KEY = "refuse Shared Key on the account";
  private static final String ENTRA_ONLY = "disable local authentication of the service";

  public static final List<Ways> TABLE = table();

  private StoreKeys() {}

  private static List<Ways> table() {
    List<Ways> table = new ArrayList<>(storage());
    table.addAll(keyed("cosmos-accounts", "microsoft.documentdb/databaseaccounts", "Microsoft.DocumentDB/databaseAccounts/write",
        key("cosmos-list-keys", "lists the account's keys", EASY, "Microsoft.DocumentDB/databaseAccounts/listKeys/action"),
        key("cosmos-connection-strings", "lists the account's connection strings", EASY, "Microsoft.DocumentDB/databaseAccounts/listConnectionStrings/action"),
        key("cosmos-read-only-keys", "lists the account's read-only keys", EASY, "Microsoft.DocumentDB/databaseAccounts/readonlykeys/action"),
        key("cosmos-read-only-keys-read", "reads the account's read-only keys", LIKELY, "Microsoft.DocumentDB/databaseAccounts/readonlykeys/read"),
        key("cosmos-regenerate-key", "makes a new key of the account", LIKELY, "Microsoft.DocumentDB/databaseAccounts/regenerateKey/action")));
    table.add(ofType("cosmos-data-roles", "microsoft.documentdb/databaseaccounts",
        Way.by("azure-cosmos-data-role-write", "gives itself a role on the account's data", "T1098.003", "keep sqlRoleAssignments/write out of roles that only operate accounts",
            EASY, "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/write")));
    Way busKeys = key("service-bus-list-keys", "lists keys of the namespace", EASY, "Microsoft.ServiceBus/namespaces/authorizationRules/listKeys/action");
    table.add(letIn("service-bus-namespaces", "Microsoft.ServiceBus/namespaces", busKeys));
    table.addAll(keyed("service-bus-namespaces", "microsoft.servicebus/namespaces", "Microsoft.ServiceBus/namespaces/write", busKeys,
        key("service-bus-regenerate-keys", "makes new keys of the namespace", LIKELY, "Microsoft.ServiceBus/namespaces/authorizationRules/regenerateKeys/action")));
    table.add(ofEntities("service-bus-data", "microsoft.servicebus/namespaces",
        data("service-bus-receive", "receives the namespace's messages", "Microsoft.ServiceBus/namespaces/messages/receive/action")));
    Way hubKeys = key("event-hubs-list-keys", "lists keys of the namespace", EASY, "Microsoft.EventHub/namespaces/authorizationRules/listKeys/action");
    table.add(letIn("event-hubs-namespaces", "Microsoft.EventHub/namespaces", hubKeys));
    table.addAll(keyed("event-hubs-namespaces", "microsoft.eventhub/namespaces", "Microsoft.EventHub/namespaces/write", hubKeys,
        key("event-hubs-regenerate-keys", "makes new keys of the namespace", LIKELY, "Microsoft.EventHub/namespaces/authorizationRules/regenerateKeys/action")));
    table.add(ofEntities("event-hubs-data", "microsoft.eventhub/namespaces",
        data("event-hubs-receive", "receives the namespace's events", "Microsoft.EventHub/namespaces/messages/receive/action")));
    table.addAll(keyed("configuration-stores", "microsoft.appconfiguration/configurationstores", "Microsoft.AppConfiguration/configurationStores/write",
        key("app-configuration-list-keys", "lists the store's keys", EASY, "Microsoft.AppConfiguration/configurationStores/ListKeys/action"),
        key("app-configuration-regenerate-key", "makes a new key of the store", LIKELY, "Microsoft.AppConfiguration/configurationStores/RegenerateKey/action")));
    table.add(ofType("configuration-store-data", "microsoft.appconfiguration/configurationstores",
        data("app-configuration-read", "reads the store's settings", "Microsoft.AppConfiguration/configurationStores/keyValues/read")));
    table.addAll(keyed("ai-services", "microsoft.cognitiveservices/accounts", "Microsoft.CognitiveServices/accounts/write",
        key("ai-services-list-keys", "lists the account's keys", EASY, "Microsoft.CognitiveServices/accounts/listKeys/action"),
        key("ai-services-regenerate-key", "makes a new key of the account", LIKELY, "Microsoft.CognitiveServices/accounts/regenerateKey/action")));
    table.addAll(keyed("search-services", "microsoft.search/searchservices", "Microsoft.Search/searchServices/write",
        key("search-admin-keys", "lists the service's administrative keys", EASY, "Microsoft.Search/searchServices/listAdminKeys/action"),
        key("search-query-keys", "lists the service's query keys", EASY, "Microsoft.Search/searchServices/listQueryKeys/action"),
        key("search-regenerate-key", "makes a new administrative key of the service", LIKELY, "Microsoft.Search/searchServices/regenerateAdminKey/action")));
    table.addAll(keyed("redis-caches", "microsoft.cache/redis", "Microsoft.Cache/redis/write",
        key("redis-list-keys", "lists the cache's keys", EASY, "Microsoft.Cache/redis/listKeys/action"),
        key("redis-regenerate-key", "makes a new key of the cache", LIKELY, "Microsoft.Cache/redis/regenerateKey/action")));
    return List.copyOf(table);
  }

  private static List<Ways> storage() {
    List<String> types = List.of("microsoft.storage/storageaccounts", "microsoft.storage/storageaccounts/blobservices/containers");
    return List.of(
        Ways.to("account-keys", EdgeKind.CAN_READ_DATA, types, (estate, sink) -> StorageTargets.of(estate).whole(StorageAccount::sharedKeyAccess, true),
            Way.by("azure-storage-list-keys", "lists the account's keys", STOLEN, NO_SHARED_KEY, EASY, STORAGE + "listKeys/action"),
            Way.by("azure-storage-regenerate-key", "makes a new key of the account", STOLEN, NO_SHARED_KEY, LIKELY, STORAGE + "regenerateKey/action"),
            Way.by("azure-storage-account-sas", "has the account sign access to all of it", STOLEN, NO_SHARED_KEY, EASY, STORAGE + "ListAccountSas/action"),
            Way.by("azure-storage-service-sas", "has the account sign access to what it names", STOLEN, NO_SHARED_KEY, EASY, STORAGE + "ListServiceSas/action")),
        Ways.to("accounts-of-workspaces", EdgeKind.CAN_READ_DATA, List.of("microsoft.storage/storageaccounts", "microsoft.machinelearningservices/workspaces"),
            (estate, sink) -> StorageTargets.of(estate).ofWorkspaces(estate),
            Way.by("azure-machine-learning-list-keys", "lists the keys of the workspace's account", STOLEN, "have the workspace reach its account by identity", EASY,
                "Microsoft.MachineLearningServices/workspaces/listKeys/action")),
        Ways.to("accounts-to-open", EdgeKind.CAN_READ_DATA, types,
            (estate, sink) -> StorageTargets.of(estate).whole(account -> !account.sharedKeyAccess() || account.network().restricted(), false),
            Way.by("azure-storage-reopened", "lets keys and its own network in, and lists the account's keys", "T1562.007",
                "require Shared Key off and network rules on by policy", LIKELY, STORAGE + "write", STORAGE + "listKeys/action")),
        service("file-shares", StorageTargets.SHARES, Way.byData("azure-file-read", "reads the share's files past their own permissions", "T1530",
            "assign privileged file roles for backups only", EASY, STORAGE + "fileServices/fileshares/files/read",
            STORAGE + "fileServices/readFileBackupSemantics/action")),
        service("storage-queues", StorageTargets.QUEUES, Way.byData("azure-queue-read", "peeks at the queue's messages", "T1530",
            "assign queue roles to the queue's users only", EASY, STORAGE + "queueServices/queues/messages/read")),
        service("storage-tables", StorageTargets.TABLES, Way.byData("azure-table-read", "reads the table's entities", "T1530",
            "assign table roles to the table's users only", EASY, STORAGE + "tableServices/tables/entities/read")),
        Ways.to("accounts-with-local-users", EdgeKind.CAN_READ_DATA, types, (estate, sink) -> StorageTargets.of(estate).whole(StorageAccount::sftp, true),
            Way.by("azure-storage-local-user", "makes a local user of its own and signs in by SFTP", "T1136.003", "disable SFTP or local users on the account", LIKELY,
                STORAGE + "localUsers/write", STORAGE + "localUsers/regeneratePassword/action")));
  }

  private static Ways service(String set, String type, Way way) {
    return Ways.to(set, EdgeKind.CAN_READ_DATA, List.of(type), (estate, sink) -> StorageTargets.of(estate).service(type), way);
  }

  /** Keys of a service that takes them; and for who may write it, of those that do not or are closed to the caller's network. */
  private static List<Ways> keyed(String set, String type, String write, Way... keys) {
    String first = keys[0].actions().getFirst();
    String technique = keys[0].technique().id();
    return List.of(
        Ways.to(set + "-by-key", EdgeKind.CAN_READ_DATA, List.of(type), ServiceNetworks.behind(service -> service.type().equals(type) && service.keys()), keys),
        Ways.to(set + "-to-open", EdgeKind.CAN_READ_DATA, List.of(type),
            ServiceNetworks.behindRules(service -> service.type().equals(type) && (!service.keys() || service.network().restricted())),
            Way.by(technique + "-reopened", "lets keys and its own network in, and lists the service's keys", "T1562.007",
                "require local authentication off and network rules on by policy", LIKELY, write, first)));
  }

  private static Ways ofType(String set, String type, Way way) {
    return Ways.to(set, EdgeKind.CAN_READ_DATA, List.of(type), ServiceNetworks.behind(service -> service.type().equals(type)), way);
  }

  /** For namespaces, whose entities hold the data. */
  private static Ways ofEntities(String set, String type, Way way) {
    Ways.Targets namespaces = ServiceNetworks.behind(service -> service.type().equals(type));
    return Ways.to(set, EdgeKind.CAN_READ_DATA, List.of(type),
        (estate, sink) -> namespaces.of(estate, sink).stream().map(target -> target.askedAt(StoreScopes.inside(target.scope()))).toList(), way);
  }

  /** For namespaces, whose networks are opened by an action of its own. */
  private static Ways letIn(String set, String type, Way key) {
    String lower = ResourceId.lowerCase(type);
    return Ways.to(set + "-to-let-in", EdgeKind.CAN_READ_DATA, List.of(lower, lower + "/networkrulesets"),
        ServiceNetworks.closedByRules(service -> service.type().equals(lower) && service.keys()),
        Way.by(key.technique().id() + "-let-in", "lets its own network in, and lists the namespace's keys", "T1562.007", "require network rules on by policy", LIKELY,
            type + "/networkRuleSets/write", key.actions().getFirst()));
  }

  private static Way key(String name, String title, Likelihood likelihood, String action) {
    return Way.by("azure-" + name, title, STOLEN, ENTRA_ONLY, likelihood, action);
  }

  private static Way data(String name, String title, String action) {
    return Way.byData("azure-" + name, title, "T1530", "assign roles on data to the service's users only", EASY, action);
  }
}
