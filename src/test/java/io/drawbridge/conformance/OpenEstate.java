package io.drawbridge.conformance;

import static io.drawbridge.conformance.AzureEstate.TENANT;
import static io.drawbridge.conformance.AzureEstate.role;

import io.drawbridge.cloud.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small tenant with one subscription in which everything that a role may change leads to control: every application, group, machine and
 * service that a holder gets hold of holds power itself, and who holds nothing gets nothing.
 *
 * <p>The rungs are an application that writes directory roles, and an identity of all compute that owns the subscription and writes directory roles
 * too.
 */
final class OpenEstate {

  static final String HOLDER = "holder";
  static final String PROGRAM = "program";
  static final String SUBSCRIPTION = "/subscriptions/5e5e5e5e-0000-4000-8000-00000000000a";
  static final String OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

  private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
  private static final String ROLE_WRITE = "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8";
  private static final String GRAPH = "00000003-0000-0000-c000-000000000000";
  private static final String GROUP = SUBSCRIPTION + "/resourceGroups/all/providers/";
  private static final String IDENTITY = GROUP + "Microsoft.ManagedIdentity/userAssignedIdentities/rung";

  private final AzureEstate estate = new AzureEstate();
  private final List<Object> azureRoles = new ArrayList<>();
  private final List<Object> directoryRoles = new ArrayList<>();
  private final List<Object> permissions = new ArrayList<>();

  private OpenEstate() {
    directoryRoles.add(directoryRole("administrator", GLOBAL_ADMINISTRATOR));
    List.of("team", "space", "ruled", "rung-principal").forEach(principal -> azureRoles.add(role(principal, OWNER, SUBSCRIPTION)));
  }

  static OpenEstate create() {
    return new OpenEstate();
  }

  OpenEstate holderHasDirectoryRole(String template) {
    directoryRoles.add(directoryRole(HOLDER, template));
    return this;
  }

  OpenEstate holderHasAzureRole(String definition) {
    azureRoles.add(role(HOLDER, definition, SUBSCRIPTION));
    return this;
  }

  OpenEstate programHasPermission(String appRole) {
    permissions.add(granted(PROGRAM, appRole));
    return this;
  }

  AzureEstate estate() {
    directory();
    azure();
    return estate.add("graph:roleAssignments", directoryRoles.toArray()).add("arm:microsoft.authorization/roleassignments", azureRoles.toArray())
        .addBelow("graph:servicePrincipals-appRoleAssignments", PROGRAM, permissions.toArray());
  }

  private void directory() {
    estate.add("graph:organization", Map.of("id", TENANT, "onPremisesSyncEnabled", true))
        .add("graph:domains", Map.of("id", "weak.example", "isVerified", true, "isInitial", false, "authenticationType", "Managed"))
        .add("graph:users", user(HOLDER, false), user("administrator", true), user("plain", false))
        .add("graph:applications", Map.of("id", "application", "appId", "client", "signInAudience", "AzureADMyOrg"), Map.of("id", "program-application", "appId", "program-client"))
        .addBelow("graph:applications-owners", "application", Map.of("@odata.type", "#microsoft.graph.user", "id", "plain"),
            Map.of("@odata.type", "#microsoft.graph.servicePrincipal", "id", PROGRAM))
        .add("graph:servicePrincipals", principal("graph", GRAPH, "Application", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"), principal("service", "client", "Application", TENANT),
            principal(PROGRAM, "program-client", "Application", TENANT), principal("rung-principal", "rung-client", "ManagedIdentity", TENANT))
        .addBelow("graph:servicePrincipals-appRoleAssignments", "service", granted("service", ROLE_WRITE))
        .addBelow("graph:servicePrincipals-appRoleAssignments", "rung-principal", granted("rung-principal", ROLE_WRITE))
        .add("graph:groups", Map.of("id", "team", "displayName", "team", "securityEnabled", true, "groupTypes", List.of()),
            Map.of("id", "space", "displayName", "space", "securityEnabled", true, "groupTypes", List.of("Unified")),
            Map.of("id", "ruled", "displayName", "ruled", "securityEnabled", true, "groupTypes", List.of("DynamicMembership"), "membershipRule",
                "(user.department -eq \"keys\")", "membershipRuleProcessingState", "On"))
        .add("graph:devices", Map.of("id", "laptop", "deviceId", "d1", "operatingSystem", "Windows", "isManaged", true, "accountEnabled", true))
        .addBelow("graph:devices-registeredOwners", "laptop", Map.of("@odata.type", "#microsoft.graph.user", "id", "administrator"));
  }

  private static Map<String, Object> user(String id, boolean synced) {
    return Map.of("id", id, "displayName", id, "userPrincipalName", id + "@weak.example", "accountEnabled", true, "userType", "Member", "onPremisesSyncEnabled", synced,
        "onPremisesImmutableId", id);
  }

  private static Map<String, Object> principal(String id, String client, String type, String home) {
    return Map.of("id", id, "appId", client, "servicePrincipalType", type, "appOwnerOrganizationId", home, "accountEnabled", true);
  }

  private static Map<String, Object> directoryRole(String principal, String template) {
    return Map.of("id", principal + template, "principalId", principal, "roleDefinitionId", template, "directoryScopeId", "/");
  }

  private static Map<String, Object> granted(String principal, String appRole) {
    return Map.of("id", principal + appRole, "appRoleId", appRole, "principalId", principal, "resourceId", "graph", "principalType", "ServicePrincipal");
  }

  private void azure() {
    estate.add("arm:microsoft.resources/subscriptions", Map.of("id", SUBSCRIPTION, "displayName", "all", "tenantId", TENANT, "state", "Enabled"))
        .add("arm:microsoft.resources/resourcegroups", Map.of("id", SUBSCRIPTION + "/resourceGroups/all", "location", "westeurope"))
        .add("arm:microsoft.managedidentity/userassignedidentities", Map.of("id", IDENTITY, "properties", Map.of("tenantId", TENANT, "principalId", "rung-principal", "clientId",
            "rung-client")));
    holders(Map.of("Microsoft.Automation/automationAccounts", Map.of(), "Microsoft.Logic/workflows", Map.of(), "Microsoft.DataFactory/factories", Map.of(),
        "Microsoft.MachineLearningServices/workspaces/computes", Map.of(), "Microsoft.App/containerApps", Map.of(), "Microsoft.Compute/virtualMachines",
        Map.of("storageProfile", Map.of("osDisk", Map.of("osType", "Linux")), "diagnosticsProfile", Map.of("bootDiagnostics", Map.of("enabled", true)))));
    holders(Map.of("Microsoft.ContainerService/managedClusters", Map.of("aadProfile", Map.of("enableAzureRBAC", true, "managed", true), "identityProfile",
        Map.of("kubeletidentity", Map.of("resourceId", IDENTITY, "objectId", "rung-principal")))));
    estate.add("arm:microsoft.keyvault/vaults", Map.of("id", GROUP + "Microsoft.KeyVault/vaults/one", "properties", Map.of("tenantId", TENANT, "enableRbacAuthorization", false)))
        .add("arm:microsoft.keyvault/vaults/secrets", Map.of("id", GROUP + "Microsoft.KeyVault/vaults/one/secrets/one"));
    site("app", "app");
    site("logic", "functionapp,workflowapp");
    estate.add("arm:microsoft.compute/virtualmachines/extensions", Map.of("id", GROUP + "Microsoft.Compute/virtualMachines/one/extensions/login", "properties",
        Map.of("type", "AADSSHLoginForLinux")));
    estate.add("arm:microsoft.authorization/policyassignments", Map.of("id", SUBSCRIPTION + "/providers/Microsoft.Authorization/policyAssignments/deploy", "identity", identity(),
        "properties", Map.of("policyDefinitionId", SUBSCRIPTION + "/providers/Microsoft.Authorization/policyDefinitions/own", "enforcementMode", "Default")));
  }

  private void holders(Map<String, Map<String, Object>> types) {
    types.forEach((type, properties) -> estate.add("arm:" + ResourceId.lowerCase(type), Map.of("id", GROUP + type.replace("/computes", "/one/computes") + "/one", "type",
        type, "identity", identity(), "properties", properties)));
  }

  private void site(String name, String kind) {
    estate.add("arm:microsoft.web/sites", Map.of("id", GROUP + "Microsoft.Web/sites/" + name, "kind", kind, "identity", identity(), "properties", Map.of("state", "Running")));
  }

  private static Map<String, Object> identity() {
    return Map.of("type", "UserAssigned", "userAssignedIdentities", Map.of(IDENTITY, Map.of("principalId", "rung-principal", "clientId", "rung-client")));
  }
}
