package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The collections of Microsoft Graph that are read: their names, the lists below their items, and what their items look like.
 *
 * <p>Source: the Microsoft Graph v1.0 reference, one page per resource type.
 */
final class GraphCollections {

  /** Each collection and the lists below each of its items. */
  private static final Map<String, List<String>> CHILDREN =
      Map.ofEntries(
          Map.entry("users", List.of("memberOf", "transitiveMemberOf", "ownedObjects", "appRoleAssignments", "oauth2PermissionGrants")),
          Map.entry("groups", List.of("members", "owners", "transitiveMembers", "memberOf", "appRoleAssignments")),
          Map.entry("applications", List.of("owners", "federatedIdentityCredentials")),
          Map.entry("servicePrincipals",
              List.of("owners", "appRoleAssignments", "appRoleAssignedTo", "oauth2PermissionGrants", "memberOf", "ownedObjects",
              "delegatedPermissionClassifications", "synchronization-jobs")),
          Map.entry("directoryRoles", List.of("members", "scopedMembers")),
          Map.entry("administrativeUnits", List.of("members", "scopedRoleMembers")),
          Map.entry("devices", List.of("registeredOwners", "registeredUsers", "memberOf")),
          Map.entry("directoryRoleTemplates", List.of()),
          Map.entry("organization", List.of()),
          Map.entry("domains", List.of("federationConfiguration")),
          Map.entry("authenticationMethodConfigurations", List.of()),
          Map.entry("oauth2PermissionGrants", List.of()),
          Map.entry("roleAssignments", List.of()),
          Map.entry("roleDefinitions", List.of()),
          Map.entry("roleAssignmentScheduleInstances", List.of()),
          Map.entry("roleEligibilityScheduleInstances", List.of()),
          Map.entry("roleAssignmentSchedules", List.of()),
          Map.entry("roleManagementPolicyAssignments", List.of()),
          Map.entry("privilegedAccess-group-eligibilityScheduleInstances", List.of()),
          Map.entry("roleEligibilitySchedules", List.of()),
          Map.entry("authorizationPolicy", List.of()),
          Map.entry("defaultAppManagementPolicy", List.of()),
          Map.entry("appManagementPolicies", List.of("appliesTo")),
          Map.entry("permissionGrantPolicies", List.of("includes", "excludes")),
          Map.entry("entitlementManagement-catalogs", List.of("resources")),
          Map.entry("entitlementManagement-accessPackages", List.of()),
          Map.entry("entitlementManagement-assignmentPolicies", List.of()),
          Map.entry("entitlementManagement-roleAssignments", List.of()),
          Map.entry("conditionalAccess-policies", List.of()),
          Map.entry("crossTenantAccessPolicy-default", List.of()),
          Map.entry("crossTenantAccessPolicy-partners", List.of()),
          Map.entry("crossTenantAccessPolicy-partners-identitySynchronization", List.of()),
          Map.entry("tenantInformation", List.of()),
          Map.entry("delegatedAdminRelationships", List.of("accessAssignments")),
          Map.entry("conditionalAccess-namedLocations", List.of()),
          Map.entry("signIns", List.of()),
          Map.entry("directoryAudits", List.of()),
          Map.entry("riskyUsers", List.of()),
          Map.entry("riskDetections", List.of()));

  /** Paths of the service and other names of a collection, by the collection's own. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("roleManagement/directory/roleAssignments", "roleAssignments"),
          Map.entry("roleManagement/directory/roleDefinitions", "roleDefinitions"),
          Map.entry("roleManagement/directory/roleAssignmentScheduleInstances", "roleAssignmentScheduleInstances"),
          Map.entry("roleManagement/directory/roleEligibilityScheduleInstances", "roleEligibilityScheduleInstances"),
          Map.entry("roleManagement/directory/roleAssignmentSchedules", "roleAssignmentSchedules"),
          Map.entry("policies/roleManagementPolicyAssignments", "roleManagementPolicyAssignments"),
          Map.entry("identityGovernance/privilegedAccess/group/eligibilityScheduleInstances", "privilegedAccess-group-eligibilityScheduleInstances"),
          Map.entry("roleManagement/directory/roleEligibilitySchedules", "roleEligibilitySchedules"),
          Map.entry("policies/authorizationPolicy", "authorizationPolicy"),
          Map.entry("policies/defaultAppManagementPolicy", "defaultAppManagementPolicy"),
          Map.entry("policies/appManagementPolicies", "appManagementPolicies"),
          Map.entry("policies/appManagementPolicies/appliesTo", "appManagementPolicies-appliesTo"),
          Map.entry("policies/permissionGrantPolicies", "permissionGrantPolicies"),
          Map.entry("policies/permissionGrantPolicies/includes", "permissionGrantPolicies-includes"),
          Map.entry("policies/permissionGrantPolicies/excludes", "permissionGrantPolicies-excludes"),
          Map.entry("identityGovernance/entitlementManagement/catalogs", "entitlementManagement-catalogs"),
          Map.entry("identityGovernance/entitlementManagement/catalogs/resources", "entitlementManagement-catalogs-resources"),
          Map.entry("identityGovernance/entitlementManagement/accessPackages", "entitlementManagement-accessPackages"),
          Map.entry("identityGovernance/entitlementManagement/assignmentPolicies", "entitlementManagement-assignmentPolicies"),
          Map.entry("roleManagement/entitlementManagement/roleAssignments", "entitlementManagement-roleAssignments"),
          Map.entry("conditionalAccess", "conditionalAccess-policies"),
          Map.entry("conditionalAccessPolicies", "conditionalAccess-policies"),
          Map.entry("conditionalAccess/policies", "conditionalAccess-policies"),
          Map.entry("identity/conditionalAccess/policies", "conditionalAccess-policies"),
          Map.entry("policies/crossTenantAccessPolicy/default", "crossTenantAccessPolicy-default"),
          Map.entry("policies/crossTenantAccessPolicy/partners", "crossTenantAccessPolicy-partners"),
          Map.entry("tenantRelationships/delegatedAdminRelationships", "delegatedAdminRelationships"),
          Map.entry("tenantRelationships/delegatedAdminRelationships/accessAssignments", "delegatedAdminRelationships-accessAssignments"),
          Map.entry("namedLocations", "conditionalAccess-namedLocations"),
          Map.entry("conditionalAccess/namedLocations", "conditionalAccess-namedLocations"),
          Map.entry("identity/conditionalAccess/namedLocations", "conditionalAccess-namedLocations"),
          Map.entry("policies/authenticationMethodsPolicy/authenticationMethodConfigurations", "authenticationMethodConfigurations"),
          Map.entry("directory/administrativeUnits", "administrativeUnits"),
          Map.entry("auditLogs/signIns", "signIns"),
          Map.entry("auditLogs/directoryAudits", "directoryAudits"),
          Map.entry("identityProtection/riskyUsers", "riskyUsers"),
          Map.entry("identityProtection/riskDetections", "riskDetections"));

  /** One object for each tenant, and no list: its own id is no subject. */
  private static final Set<String> SINGLE = Set.of("authorizationPolicy", "defaultAppManagementPolicy");

  private static final Map<String, String> BY_NAME = byName();

  /**
   * What items of a collection look like.
   *
   * @param has fields that all are there
   * @param lacks fields of a similar collection, none of which is there
   */
  private record Shape(String collection, List<String> has, List<String> lacks) {
    boolean fits(JsonNode item) {
      return has.stream().allMatch(item::has) && lacks.stream().noneMatch(item::has);
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("users", List.of("userPrincipalName", "displayName"), List.of("appId", "ipAddress", "riskLevel", "deviceId", "roleTemplateId")),
          new Shape("groups", List.of("groupTypes"), List.of()),
          new Shape("groups", List.of("securityEnabled", "mailEnabled"), List.of("groupTypes")),
          new Shape("applications", List.of("appId", "signInAudience"), List.of("servicePrincipalType", "appOwnerOrganizationId", "appRoleAssignmentRequired")),
          new Shape("servicePrincipals", List.of("servicePrincipalType"), List.of("ipAddress")),
          new Shape("devices", List.of("deviceId", "operatingSystem"), List.of()),
          new Shape("directoryRoles", List.of("roleTemplateId"), List.of()),
          new Shape("organization", List.of("verifiedDomains"), List.of()),
          new Shape("oauth2PermissionGrants", List.of("clientId", "consentType", "resourceId"), List.of()),
          new Shape("appRoleAssignments", List.of("appRoleId", "principalId", "resourceId"), List.of()),
          new Shape("federatedIdentityCredentials", List.of("issuer", "audiences"), List.of()),
          new Shape("roleAssignments", List.of("principalId", "roleDefinitionId", "directoryScopeId"),
              List.of("memberType", "startDateTime", "action", "scheduleInfo", "assignmentType")),
          new Shape("roleAssignmentScheduleInstances", List.of("principalId", "roleDefinitionId", "assignmentType", "memberType"), List.of("scheduleInfo")),
          new Shape("roleEligibilityScheduleInstances", List.of("principalId", "roleDefinitionId", "roleEligibilityScheduleId"), List.of("scheduleInfo")),
          new Shape("roleDefinitions", List.of("rolePermissions", "isBuiltIn"), List.of()),
          new Shape("conditionalAccess-policies", List.of("conditions", "grantControls"), List.of()),
          new Shape("crossTenantAccessPolicy-default", List.of("isServiceDefault", "b2bCollaborationInbound"), List.of()),
          new Shape("crossTenantAccessPolicy-partners", List.of("tenantId", "b2bCollaborationInbound", "inboundTrust"), List.of()),
          new Shape("crossTenantAccessPolicy-partners-identitySynchronization", List.of("tenantId", "userSyncInbound"), List.of()),
          new Shape("delegatedAdminRelationships", List.of("customer", "accessDetails", "autoExtendDuration"), List.of()),
          new Shape("tenantInformation", List.of("tenantId", "defaultDomainName"), List.of()));

  private GraphCollections() {}

  static boolean isCollection(String name) {
    return CHILDREN.containsKey(name);
  }

  static boolean isSingle(String collection) {
    return SINGLE.contains(collection);
  }

  static List<String> children(String collection) {
    return CHILDREN.getOrDefault(collection, List.of());
  }

  /** The collection, or parent and child joined by a hyphen, that a file name or a path of the service means. */
  static Optional<String> named(String name) {
    return Optional.ofNullable(BY_NAME.get(ResourceId.lowerCase(name)));
  }

  /** The collection that an item belongs to by its type or fields; empty when none or several. */
  static Optional<String> ofItem(JsonNode item) {
    List<String> fitting = SHAPES.stream().filter(shape -> shape.fits(item)).map(Shape::collection).distinct().toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static Map<String, String> byName() {
    Map<String, String> byName = new HashMap<>();
    ALIASES.forEach((alias, name) -> {
      byName.put(ResourceId.lowerCase(alias), name);
      byName.put(ResourceId.lowerCase(alias.replace('/', '-')), name);
    });
    new TreeMap<>(CHILDREN).forEach((parent, children) -> {
      byName.put(ResourceId.lowerCase(parent), parent);
      children.forEach(child -> byName.put(ResourceId.lowerCase(parent + "-" + child), parent + "-" + child));
    });
    return Map.copyOf(byName);
  }
}
