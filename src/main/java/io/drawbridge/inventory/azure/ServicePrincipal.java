package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Service principal: an application or a managed identity in a tenant.
 *
 * @param accountEnabled true as well where the listing does not say, false once deleted
 * @param assignmentRequired whether only assigned principals get tokens for it
 * @param delegated whether an application gets tokens for it in a user's name: it has a delegated permission that is enabled
 * @param appRoles its own app roles: value by id
 */
public record ServicePrincipal(
    Origin origin, EntraId id, String appId, String displayName, String servicePrincipalType, boolean accountEnabled,
    String appOwnerTenantId, boolean assignmentRequired, boolean delegated, List<String> alternativeNames, SortedMap<String, String> appRoles,
    List<String> servicePrincipalNames, SignOn signOn)
    implements Resource {

  public ServicePrincipal {
    alternativeNames = List.copyOf(alternativeNames);
    servicePrincipalNames = List.copyOf(servicePrincipalNames);
    appRoles = Collections.unmodifiableSortedMap(new TreeMap<>(appRoles));
  }

  /** True for the identity of an agent, to which its blueprint signs in. */
  public boolean isAgent() {
    return servicePrincipalType.equalsIgnoreCase("ServiceIdentity");
  }

  public boolean isManagedIdentity() {
    return servicePrincipalType.equalsIgnoreCase("ManagedIdentity");
  }

  /** The ARM ids among the alternative names: the resource or user-assigned identity that a managed identity belongs to. */
  public List<ArmId> managedResources() {
    return alternativeNames.stream().filter(name -> name.startsWith("/")).map(ArmId::new).toList();
  }

  @Override
  public String name() {
    return displayName.isEmpty() ? appId : displayName;
  }
}
