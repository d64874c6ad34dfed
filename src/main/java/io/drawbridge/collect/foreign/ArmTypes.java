package io.drawbridge.collect.foreign;

import io.drawbridge.cloud.ResourceId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** File names of ARM listings and the types they list; a name decides where the list is empty or its items carry no type. */
final class ArmTypes {

  static final String MANAGEMENT_GROUPS = "microsoft.management/managementgroups";
  static final String SUBSCRIPTIONS = "microsoft.resources/subscriptions";
  static final String RESOURCE_GROUPS = "microsoft.resources/resourcegroups";

  /** A listing of any types that has ids and names and no properties: enough to count, too little to judge. */
  static final String RESOURCES = "microsoft.resources/resources";

  private static final String ROWS =
      """
      tenants microsoft.resources/tenants
      subscriptions microsoft.resources/subscriptions
      resourceGroups microsoft.resources/resourcegroups
      resourcecontainers microsoft.resources/subscriptions microsoft.resources/resourcegroups microsoft.management/managementgroups
      managementGroups microsoft.management/managementgroups
      managementGroups-entities microsoft.management/managementgroups microsoft.resources/subscriptions
      entities microsoft.management/managementgroups microsoft.resources/subscriptions
      roleAssignments microsoft.authorization/roleassignments
      roleDefinitions microsoft.authorization/roledefinitions
      denyAssignments microsoft.authorization/denyassignments
      locks microsoft.authorization/locks
      policySetDefinitions microsoft.authorization/policysetdefinitions
      policyAssignments microsoft.authorization/policyassignments
      classicAdministrators microsoft.authorization/classicadministrators
      roleEligibilityScheduleInstances microsoft.authorization/roleeligibilityscheduleinstances
      roleAssignmentScheduleInstances microsoft.authorization/roleassignmentscheduleinstances
      roleManagementPolicyAssignments microsoft.authorization/rolemanagementpolicyassignments
      roleManagementPolicies microsoft.authorization/rolemanagementpolicies
      registrationAssignments microsoft.managedservices/registrationassignments
      registrationDefinitions microsoft.managedservices/registrationdefinitions
      vaults microsoft.keyvault/vaults
      keyVaults microsoft.keyvault/vaults
      vaultSecrets microsoft.keyvault/vaults/secrets
      vaults-secrets microsoft.keyvault/vaults/secrets
      vaultCertificates microsoft.keyvault/vaults/certificates
      vaults-certificates microsoft.keyvault/vaults/certificates
      vaultKeys microsoft.keyvault/vaults/keys
      vaults-keys microsoft.keyvault/vaults/keys
      vaults-accessPolicies microsoft.keyvault/vaults/accesspolicies
      managedHSMs microsoft.keyvault/managedhsms
      storageAccounts microsoft.storage/storageaccounts
      blobContainers microsoft.storage/storageaccounts/blobservices/containers
      storageAccounts-blobContainers microsoft.storage/storageaccounts/blobservices/containers
      fileShares microsoft.storage/storageaccounts/fileservices/shares
      storageQueues microsoft.storage/storageaccounts/queueservices/queues
      storageTables microsoft.storage/storageaccounts/tableservices/tables
      userAssignedIdentities microsoft.managedidentity/userassignedidentities
      federatedIdentityCredentials microsoft.managedidentity/userassignedidentities/federatedidentitycredentials
      userAssignedIdentities-federatedIdentityCredentials microsoft.managedidentity/userassignedidentities/federatedidentitycredentials
      securityConnectors microsoft.security/securityconnectors
      publicCloudConnectors microsoft.hybridconnectivity/publiccloudconnectors
      virtualMachines microsoft.compute/virtualmachines
      virtualMachines-extensions microsoft.compute/virtualmachines/extensions
      virtualMachineScaleSets microsoft.compute/virtualmachinescalesets
      disks microsoft.compute/disks
      snapshots microsoft.compute/snapshots
      diskRestorePoints microsoft.compute/restorepointcollections/restorepoints/diskrestorepoints
      backupProtectedItems microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems
      machines microsoft.hybridcompute/machines
      hybridComputeMachines microsoft.hybridcompute/machines
      networkInterfaces microsoft.network/networkinterfaces
      networkSecurityGroups microsoft.network/networksecuritygroups
      applicationSecurityGroups microsoft.network/applicationsecuritygroups
      virtualNetworks microsoft.network/virtualnetworks
      virtualNetworkPeerings microsoft.network/virtualnetworks/virtualnetworkpeerings
      virtualNetworks-virtualNetworkPeerings microsoft.network/virtualnetworks/virtualnetworkpeerings
      subnets microsoft.network/virtualnetworks/subnets
      publicIPAddresses microsoft.network/publicipaddresses
      publicIPPrefixes microsoft.network/publicipprefixes
      natGateways microsoft.network/natgateways
      virtualMachineScaleSets-networkInterfaces microsoft.compute/virtualmachinescalesets/virtualmachines/networkinterfaces
      routeTables microsoft.network/routetables
      loadBalancers microsoft.network/loadbalancers
      applicationGateways microsoft.network/applicationgateways
      azureFirewalls microsoft.network/azurefirewalls
      bastionHosts microsoft.network/bastionhosts
      privateEndpoints microsoft.network/privateendpoints
      virtualNetworkGateways microsoft.network/virtualnetworkgateways
      localNetworkGateways microsoft.network/localnetworkgateways
      vpnConnections microsoft.network/connections
      expressRouteCircuits microsoft.network/expressroutecircuits
      virtualWans microsoft.network/virtualwans
      virtualHubs microsoft.network/virtualhubs
      sites microsoft.web/sites
      webSites microsoft.web/sites
      functionApps microsoft.web/sites
      sites-config microsoft.web/sites/config
      sites-slots microsoft.web/sites/slots
      slots microsoft.web/sites/slots
      sites-basicPublishingCredentialsPolicies microsoft.web/sites/basicpublishingcredentialspolicies
      basicPublishingCredentialsPolicies microsoft.web/sites/basicpublishingcredentialspolicies
      slots-basicPublishingCredentialsPolicies microsoft.web/sites/slots/basicpublishingcredentialspolicies
      serverfarms microsoft.web/serverfarms
      staticSites microsoft.web/staticsites
      connectedClusters microsoft.kubernetes/connectedclusters
      managedClusters microsoft.containerservice/managedclusters
      containerGroups microsoft.containerinstance/containergroups
      containerApps microsoft.app/containerapps
      jobs microsoft.app/jobs
      managedEnvironments microsoft.app/managedenvironments
      registries microsoft.containerregistry/registries
      registries-tasks microsoft.containerregistry/registries/tasks
      containerRegistries microsoft.containerregistry/registries
      automationAccounts microsoft.automation/automationaccounts
      runbooks microsoft.automation/automationaccounts/runbooks
      automationAccounts-runbooks microsoft.automation/automationaccounts/runbooks
      automationAccounts-variables microsoft.automation/automationaccounts/variables
      hybridRunbookWorkers microsoft.automation/automationaccounts/hybridrunbookworkergroups/hybridrunbookworkers
      workflows microsoft.logic/workflows
      logicWorkflows microsoft.logic/workflows
      deployments microsoft.resources/deployments
      deploymentScripts microsoft.resources/deploymentscripts
      sqlServers microsoft.sql/servers
      sqlServers-firewallRules microsoft.sql/servers/firewallrules
      sqlServers-administrators microsoft.sql/servers/administrators
      sqlDatabases microsoft.sql/servers/databases
      managedInstances microsoft.sql/managedinstances
      postgresqlFlexibleServers microsoft.dbforpostgresql/flexibleservers
      mysqlFlexibleServers microsoft.dbformysql/flexibleservers
      databaseAccounts microsoft.documentdb/databaseaccounts
      synapseWorkspaces microsoft.synapse/workspaces
      synapseWorkspaces-sqlPools microsoft.synapse/workspaces/sqlpools
      databaseAccounts-sqlDatabases microsoft.documentdb/databaseaccounts/sqldatabases
      databaseAccounts-sqlRoleDefinitions microsoft.documentdb/databaseaccounts/sqlroledefinitions
      databaseAccounts-sqlRoleAssignments microsoft.documentdb/databaseaccounts/sqlroleassignments
      serviceBusNamespaces microsoft.servicebus/namespaces
      serviceBusNamespaces-networkRuleSets microsoft.servicebus/namespaces/networkrulesets
      eventHubNamespaces microsoft.eventhub/namespaces
      eventHubNamespaces-networkRuleSets microsoft.eventhub/namespaces/networkrulesets
      configurationStores microsoft.appconfiguration/configurationstores
      cognitiveServicesAccounts microsoft.cognitiveservices/accounts
      searchServices microsoft.search/searchservices
      redis microsoft.cache/redis
      machineLearningWorkspaces microsoft.machinelearningservices/workspaces
      onlineEndpoints microsoft.machinelearningservices/workspaces/onlineendpoints
      batchAccounts microsoft.batch/batchaccounts
      batchAccounts-pools microsoft.batch/batchaccounts/pools
      databricksWorkspaces microsoft.databricks/workspaces
      factories microsoft.datafactory/factories
      securityConnectors microsoft.security/securityconnectors
      assessments microsoft.security/assessments
      subAssessments microsoft.security/assessments/subassessments
      """;

  private static final Map<String, List<String>> BY_NAME = byName();

  private ArmTypes() {}

  /** The types that a file name stands for: a row of the table, or a type itself with {@code ~} for the slash; empty when none. */
  static List<String> named(String operation) {
    String lower = ResourceId.lowerCase(operation);
    List<String> row = BY_NAME.get(lower);
    if (row != null) {
      return row;
    }
    String type = lower.replace('~', '/');
    return type.matches("microsoft\\.[a-z0-9.]+(?:/[a-z0-9]+)+") ? List.of(normal(type)) : List.of();
  }

  /** One spelling per type: Resource Graph and old interfaces have others. */
  static String normal(String type) {
    String lower = ResourceId.lowerCase(type);
    String bare = lower.startsWith("/providers/") ? lower.substring("/providers/".length()) : lower;
    return switch (bare) {
      case "microsoft.resources/subscriptions/resourcegroups", "/subscriptions/resourcegroups" -> RESOURCE_GROUPS;
      case "/subscriptions" -> SUBSCRIPTIONS;
      case "microsoft.authorization/rolemanagementpolicyassignment" -> "microsoft.authorization/rolemanagementpolicyassignments";
      case "microsoft.authorization/rolemanagementpolicy" -> "microsoft.authorization/rolemanagementpolicies";
      default -> bare;
    };
  }

  /** The type that an ARM id names. */
  static String ofId(String id) {
    String lower = ResourceId.lowerCase(id);
    int providers = lower.lastIndexOf("/providers/");
    if (providers < 0) {
      return lower.contains("/resourcegroups/") ? RESOURCE_GROUPS : SUBSCRIPTIONS;
    }
    List<String> parts = Arrays.asList(lower.substring(providers + "/providers/".length()).split("/"));
    StringBuilder type = new StringBuilder(parts.getFirst());
    for (int i = 1; i < parts.size(); i += 2) {
      type.append('/').append(parts.get(i));
    }
    return type.toString();
  }

  private static Map<String, List<String>> byName() {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    ROWS.lines().map(row -> List.of(row.split(" "))).forEach(row -> byName.put(ResourceId.lowerCase(row.getFirst()), row.subList(1, row.size())));
    return Map.copyOf(byName);
  }
}
