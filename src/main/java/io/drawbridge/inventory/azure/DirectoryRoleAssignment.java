package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A directory role that a principal holds, or may activate.
 *
 * @param roleDefinitionId the template id of a built-in role
 * @param directoryScopeId {@code /} for the tenant, {@code /administrativeUnits/<id>}, or {@code /<object id>}
 * @param eligible true when it must be activated first
 * @param current false for a schedule that was revoked, denied, or waits for somebody
 * @param term when it holds
 */
public record DirectoryRoleAssignment(
    Origin origin, EntraId id, String principalId, String roleDefinitionId, String directoryScopeId, boolean eligible,
    boolean current, Term term)
    implements Resource {

  @Override
  public String name() {
    return id.objectId();
  }
}
