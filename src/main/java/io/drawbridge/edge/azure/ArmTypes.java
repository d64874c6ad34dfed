package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.graph.NodeKind;
import java.util.Map;
import java.util.Optional;

/** The type that an ARM id names, and the kind of node that a resource of that type is. */
public final class ArmTypes {

  private static final String PROVIDERS = "/providers/";

  private static final Map<String, NodeKind> KINDS =
      Map.ofEntries(
          Map.entry("microsoft.management/managementgroups", NodeKind.MANAGEMENT_GROUP),
          Map.entry("microsoft.resources/subscriptions", NodeKind.SUBSCRIPTION),
          Map.entry("microsoft.resources/resourcegroups", NodeKind.RESOURCE_GROUP),
          Map.entry("microsoft.compute/virtualmachines", NodeKind.VIRTUAL_MACHINE),
          Map.entry("microsoft.compute/virtualmachinescalesets", NodeKind.VM_SCALE_SET),
          Map.entry("microsoft.hybridcompute/machines", NodeKind.ARC_MACHINE),
          Map.entry("microsoft.web/sites", NodeKind.WEB_APP),
          Map.entry("microsoft.web/sites/slots", NodeKind.WEB_APP),
          Map.entry("microsoft.logic/workflows", NodeKind.LOGIC_APP),
          Map.entry("microsoft.automation/automationaccounts", NodeKind.AUTOMATION_ACCOUNT),
          Map.entry("microsoft.containerinstance/containergroups", NodeKind.CONTAINER_GROUP),
          Map.entry("microsoft.containerservice/managedclusters", NodeKind.KUBERNETES_CLUSTER),
          Map.entry("microsoft.containerservice/managedclusters/namespaces", NodeKind.KUBERNETES_NAMESPACE),
          Map.entry("microsoft.kubernetes/connectedclusters", NodeKind.KUBERNETES_CLUSTER),
          Map.entry("microsoft.kubernetes/connectedclusters/namespaces", NodeKind.KUBERNETES_NAMESPACE),
          Map.entry("microsoft.app/containerapps", NodeKind.CONTAINER_APP),
          Map.entry("microsoft.app/jobs", NodeKind.CONTAINER_APP),
          Map.entry("microsoft.datafactory/factories", NodeKind.DATA_FACTORY),
          Map.entry("microsoft.batch/batchaccounts", NodeKind.BATCH_ACCOUNT),
          Map.entry("microsoft.databricks/workspaces", NodeKind.DATABRICKS_WORKSPACE),
          Map.entry("microsoft.keyvault/vaults", NodeKind.KEY_VAULT),
          Map.entry("microsoft.keyvault/vaults/secrets", NodeKind.KEY_VAULT_SECRET),
          Map.entry("microsoft.storage/storageaccounts", NodeKind.STORAGE_ACCOUNT),
          Map.entry("microsoft.storage/storageaccounts/blobservices/containers", NodeKind.BLOB_CONTAINER),
          Map.entry("microsoft.storage/storageaccounts/fileservices/shares", NodeKind.FILE_SHARE),
          Map.entry("microsoft.storage/storageaccounts/queueservices/queues", NodeKind.STORAGE_QUEUE),
          Map.entry("microsoft.storage/storageaccounts/tableservices/tables", NodeKind.STORAGE_TABLE),
          Map.entry("microsoft.sql/servers", NodeKind.SQL_SERVER),
          Map.entry("microsoft.sql/servers/databases", NodeKind.SQL_DATABASE),
          Map.entry("microsoft.documentdb/databaseaccounts", NodeKind.COSMOS_ACCOUNT),
          Map.entry("microsoft.documentdb/databaseaccounts/sqldatabases", NodeKind.COSMOS_DATABASE),
          Map.entry("microsoft.documentdb/databaseaccounts/sqldatabases/containers", NodeKind.COSMOS_DATABASE),
          Map.entry("microsoft.sql/managedinstances/databases", NodeKind.SQL_DATABASE),
          Map.entry("microsoft.synapse/workspaces/sqlpools", NodeKind.SQL_DATABASE),
          Map.entry("microsoft.dbforpostgresql/servers", NodeKind.POSTGRESQL_SERVER),
          Map.entry("microsoft.dbforpostgresql/flexibleservers", NodeKind.POSTGRESQL_SERVER),
          Map.entry("microsoft.dbformysql/flexibleservers", NodeKind.MYSQL_SERVER),
          Map.entry("microsoft.sql/managedinstances", NodeKind.SQL_MANAGED_INSTANCE),
          Map.entry("microsoft.servicebus/namespaces", NodeKind.SERVICE_BUS_NAMESPACE),
          Map.entry("microsoft.eventhub/namespaces", NodeKind.EVENT_HUBS_NAMESPACE),
          Map.entry("microsoft.appconfiguration/configurationstores", NodeKind.APP_CONFIGURATION_STORE),
          Map.entry("microsoft.cognitiveservices/accounts", NodeKind.AI_SERVICES_ACCOUNT),
          Map.entry("microsoft.search/searchservices", NodeKind.SEARCH_SERVICE),
          Map.entry("microsoft.cache/redis", NodeKind.REDIS_CACHE),
          Map.entry("microsoft.compute/disks", NodeKind.MANAGED_DISK),
          Map.entry("microsoft.compute/snapshots", NodeKind.DISK_SNAPSHOT),
          Map.entry("microsoft.compute/restorepointcollections/restorepoints/diskrestorepoints", NodeKind.DISK_SNAPSHOT),
          Map.entry("microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems", NodeKind.BACKUP_ITEM),
          Map.entry("microsoft.containerregistry/registries", NodeKind.CONTAINER_REGISTRY),
          Map.entry("microsoft.managedidentity/userassignedidentities", NodeKind.USER_ASSIGNED_IDENTITY),
          Map.entry("microsoft.network/networksecuritygroups", NodeKind.NETWORK_SECURITY_GROUP),
          Map.entry("microsoft.network/networkinterfaces", NodeKind.NETWORK_INTERFACE),
          Map.entry("microsoft.network/publicipaddresses", NodeKind.PUBLIC_IP_ADDRESS),
          Map.entry("microsoft.network/virtualnetworks", NodeKind.VIRTUAL_NETWORK),
          Map.entry("microsoft.network/routetables", NodeKind.ROUTE_TABLE),
          Map.entry("microsoft.network/loadbalancers", NodeKind.AZURE_LOAD_BALANCER),
          Map.entry("microsoft.network/applicationgateways", NodeKind.APPLICATION_GATEWAY));

  private ArmTypes() {}

  /** The kind of node; of a type that no kind names, another resource. */
  public static NodeKind kind(ArmId id) {
    return KINDS.getOrDefault(of(id), NodeKind.AZURE_RESOURCE);
  }

  /** Who owns what is said of a resource: its subscription, or the management group that it is. */
  public static Scope home(ArmId id) {
    return Readings.home(id);
  }

  /** What stands before a part of an id, which names what it lies in; empty when the id has no such part. */
  public static Optional<ArmId> above(ArmId id, String part) {
    int at = id.text().lastIndexOf(part);
    return at <= 0 ? Optional.empty() : Optional.of(new ArmId(id.text().substring(0, at)));
  }

  /** The provider and every other segment after it: {@code microsoft.keyvault/vaults/secrets}. */
  public static String of(ArmId id) {
    int at = id.text().lastIndexOf(PROVIDERS);
    if (at < 0) {
      return id.resourceGroup().isPresent() ? "microsoft.resources/resourcegroups" : "microsoft.resources/subscriptions";
    }
    String[] segments = id.text().substring(at + PROVIDERS.length()).split("/", -1);
    var type = new StringBuilder(segments[0]);
    for (int i = 1; i < segments.length; i += 2) {
      type.append('/').append(segments[i]);
    }
    return type.toString();
  }
}
