package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * What Microsoft Entra ID Protection says of a user.
 *
 * @param id the user's own
 * @param riskState {@code atRisk}, {@code confirmedCompromised}, {@code remediated} …
 */
public record RiskyUser(Origin origin, EntraId id, String riskState, String riskLevel) implements Resource {

  public boolean isCompromised() {
    return riskState.equalsIgnoreCase("confirmedCompromised");
  }

  @Override
  public String name() {
    return id.objectId();
  }
}
