package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** What an application may do on behalf of users who sign in to it. */
public record DelegatedPermissionGrant(
    Origin origin, EntraId id, EntraId client, String consentType, EntraId resource, String principalId, List<String> scopes)
    implements Resource {

  public DelegatedPermissionGrant {
    scopes = List.copyOf(scopes);
  }

  @Override
  public String name() {
    return id.objectId();
  }
}
