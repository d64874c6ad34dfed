package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.inventory.azure.UserAssignedIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service principals of managed identities: by object id, or by the ARM id among a principal's alternative names. */
public final class ManagedIdentities {

  private final AzureAuthorization authorization;
  private final Directory directory;
  private final Map<ArmId, EntraId> byResource = new HashMap<>();
  private final Map<ArmId, UserAssignedIdentity> identities = new LinkedHashMap<>();

  private ManagedIdentities(Estate estate) {
    authorization = AzureAuthorization.of(estate);
    directory = Directory.of(estate);
    for (ServicePrincipal principal : estate.inventory().all(ServicePrincipal.class)) {
      if (principal.isManagedIdentity()) {
        principal.managedResources().forEach(resource -> byResource.put(resource, principal.id()));
      }
    }
    estate.inventory().all(UserAssignedIdentity.class).forEach(identity -> identities.put(identity.id(), identity));
  }

  public static ManagedIdentities of(Estate estate) {
    return estate.view(ManagedIdentities.class, ManagedIdentities::new);
  }

  /**
   * The principal of a resource's own identity or of a user-assigned one, unless it is switched off.
   *
   * @param resource what carries the identity, or the user-assigned identity itself
   * @param objectId as the resource names it, or empty
   */
  public Optional<EntraId> principal(ArmId resource, String objectId) {
    UserAssignedIdentity identity = identities.get(resource);
    String named = objectId.isEmpty() && identity != null ? identity.principalId() : objectId;
    Optional<EntraId> principal = named.isEmpty() ? Optional.ofNullable(byResource.get(resource))
        : Optional.of(authorization.principal(named, resource));
    return principal.filter(directory::canAct);
  }

  /** The user-assigned identities whose principals can act, as what is gained by a capability. */
  public List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (UserAssignedIdentity identity : identities.values()) {
      principal(identity.id(), identity.principalId()).ifPresent(principal ->
          targets.add(Target.of(identity.id(), principal, Observed.fact(identity, "/properties/principalId", identity.principalId()))));
    }
    return targets;
  }
}
