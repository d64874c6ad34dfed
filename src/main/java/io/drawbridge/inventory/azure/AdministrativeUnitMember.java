package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Membership of a directory object in an administrative unit. */
public record AdministrativeUnitMember(Origin origin, EntraId id, EntraId unit, EntraId member) implements Resource {

  @Override
  public String name() {
    return member.objectId();
  }
}
