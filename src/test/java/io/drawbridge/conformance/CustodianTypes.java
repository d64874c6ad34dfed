package io.drawbridge.conformance;

import java.util.Map;
import java.util.stream.Collectors;

/** Cloud Custodian's names of types by those of ARM, without {@code microsoft.}. */
final class CustodianTypes {

  private static final String ROWS =
      """
      ai-foundry-agent cognitiveservices/accounts/projects/applications/agents
      ai-foundry-application cognitiveservices/accounts/projects/applications
      ai-foundry-connection cognitiveservices/accounts/connections
      ai-foundry-deployment cognitiveservices/accounts/deployments
      ai-foundry-project cognitiveservices/accounts/projects
      aks containerservice/managedclusters
      api-management apimanagement/service
      application-gateway network/applicationgateways
      appserviceplan web/serverfarms
      automation-account automation/automationaccounts
      bastion-host network/bastionhosts
      cognitiveservice cognitiveservices/accounts
      cognitiveservice-deployment cognitiveservices/accounts/deployments
      container-group containerinstance/containergroups
      containerregistry containerregistry/registries
      cosmosdb documentdb/databaseaccounts
      cosmosdb-collection documentdb/databaseaccounts/sqldatabases/containers
      databricks databricks/workspaces
      defender-assessment security/assessments
      defender-autoprovisioning security/autoprovisioningsettings
      defender-contact security/securitycontacts
      defender-jit-policy security/locations/jitnetworkaccesspolicies
      defender-pricing security/pricings
      defender-setting security/settings
      disk compute/disks
      eventhub eventhub/namespaces
      front-door network/frontdoors
      keyvault keyvault/vaults
      keyvault-certificate keyvault/vaults/certificates
      keyvault-key keyvault/vaults/keys
      keyvault-secret keyvault/vaults/secrets
      loadbalancer network/loadbalancers
      logic-app-workflow logic/workflows
      machine-learning-data-container machinelearningservices/workspaces/data
      machine-learning-job machinelearningservices/workspaces/jobs
      machine-learning-online-endpoint machinelearningservices/workspaces/onlineendpoints
      machine-learning-workspace machinelearningservices/workspaces
      monitor-log-profile insights/logprofiles
      networkinterface network/networkinterfaces
      networksecuritygroup network/networksecuritygroups
      open-shift redhatopenshift/openshiftclusters
      policyassignments authorization/policyassignments
      postgresql-database dbforpostgresql/servers/databases
      postgresql-flexibleserver dbforpostgresql/flexibleservers
      postgresql-server dbforpostgresql/servers
      publicip network/publicipaddresses
      resourcegroup resources/resourcegroups
      roleassignment authorization/roleassignments
      roledefinition authorization/roledefinitions
      servicebus-namespace servicebus/namespaces
      servicebus-namespace-authrules servicebus/namespaces/authorizationrules
      servicebus-namespace-networkrules servicebus/namespaces/networkrulesets
      session-host desktopvirtualization/hostpools/sessionhosts
      snapshot compute/snapshots
      sql-database sql/servers/databases
      sql-server sql/servers
      sqldatabase sql/servers/databases
      sqlserver sql/servers
      storage storage/storageaccounts
      storage-container storage/storageaccounts/blobservices/containers
      subscription resources/subscriptions
      vm compute/virtualmachines
      vmss compute/virtualmachinescalesets
      waf network/applicationgatewaywebapplicationfirewallpolicies
      webapp web/sites
      """;

  static final Map<String, String> BY_NAME = ROWS.lines().map(row -> row.split(" ", -1)).collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

  private CustodianTypes() {}
}
