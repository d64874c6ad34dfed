package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Registered application.
 *
 * @param disabledByMicrosoft true when Microsoft has switched it off
 * @param instanceLocked true when its service principals take no credentials of their own
 */
public record Application(
    Origin origin, EntraId id, String appId, String displayName, String signInAudience, boolean disabledByMicrosoft, boolean instanceLocked,
    List<String> identifierUris)
    implements Resource {

  public Application {
    identifierUris = List.copyOf(identifierUris);
  }

  @Override
  public String name() {
    return displayName.isEmpty() ? appId : displayName;
  }
}
