package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A resource of any type whose code can act as managed identities.
 *
 * @param systemPrincipalId object id of the system-assigned identity, or empty
 * @param userAssigned user-assigned identities and the object ids that the holder names for them, or empty ids
 */
public record ManagedIdentityHolder(Origin origin, ArmId id, String systemPrincipalId, SortedMap<ArmId, String> userAssigned) implements Resource {

  public ManagedIdentityHolder {
    userAssigned = Collections.unmodifiableSortedMap(new TreeMap<>(userAssigned));
  }

  @Override
  public String name() {
    return id.name();
  }
}
