package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Registered application.
 *
 * @param preAuthorized client ids of applications that get its delegated permissions without anybody's consent
 * @param tokenVersion of the access tokens that it accepts, 1 or 2: its {@code requestedAccessTokenVersion}
 * @param disabled true when Microsoft or its owner has switched it off
 * @param instanceLocked true when its service principals take no credentials of their own
 */
public record Application(
    Origin origin, EntraId id, String appId, String displayName, String signInAudience, boolean disabled, boolean instanceLocked,
    List<String> identifierUris, List<String> preAuthorized, int tokenVersion)
    implements Resource {

  public Application {
    identifierUris = List.copyOf(identifierUris);
    preAuthorized = List.copyOf(preAuthorized);
  }

  /** True for an application that no other tenant can use. */
  public boolean singleTenant() {
    return signInAudience.equalsIgnoreCase("AzureADMyOrg");
  }

  @Override
  public String name() {
    return displayName.isEmpty() ? appId : displayName;
  }
}
