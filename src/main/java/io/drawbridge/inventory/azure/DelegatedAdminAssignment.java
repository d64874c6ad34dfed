package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Roles of a relationship with a customer that a partner gives to a group of its own.
 *
 * @param relationship the relationship, in the partner's tenant
 * @param group the security group, in the partner's tenant
 * @param active false while it is being set up or taken away
 * @param roles by template, in lower case
 */
public record DelegatedAdminAssignment(Origin origin, EntraId id, EntraId relationship, EntraId group, boolean active, List<String> roles) implements Resource {

  public DelegatedAdminAssignment {
    roles = List.copyOf(roles);
  }

  @Override
  public String name() {
    return id.objectId();
  }
}
