package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** Entra tenant. */
public record Tenant(Origin origin, EntraId id, String displayName, List<String> verifiedDomains) implements Resource {

  public Tenant {
    verifiedDomains = List.copyOf(verifiedDomains);
  }

  @Override
  public String name() {
    return displayName.isEmpty() ? id.tenant() : displayName;
  }
}
