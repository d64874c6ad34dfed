package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * One set of conditions of a policy of consent: what it takes in, or leaves out.
 *
 * @param include false for a set that leaves out
 * @param permissionType {@code application} or {@code delegated}, in lower case
 * @param resource client id of the interface, or {@code any}, in lower case
 * @param permissions ids in lower case; empty for every permission
 */
public record ConsentConditions(
    Origin origin, EntraId id, EntraId policy, boolean include, String permissionType, String resource, List<String> permissions, Clients clients)
    implements Resource {

  public ConsentConditions {
    permissions = List.copyOf(permissions);
  }

  /**
   * Which applications the permission may be for; a list without anything in it takes in every one.
   *
   * @param ids client ids, in lower case
   * @param tenants where they are registered, in lower case
   * @param publishers of Microsoft's partner network
   */
  public record Clients(List<String> ids, List<String> tenants, List<String> publishers, boolean verifiedOnly) {
    public Clients {
      ids = List.copyOf(ids);
      tenants = List.copyOf(tenants);
      publishers = List.copyOf(publishers);
    }

    public boolean any() {
      return ids.isEmpty() && tenants.isEmpty() && publishers.isEmpty() && !verifiedOnly;
    }
  }

  @Override
  public String name() {
    return id.objectId();
  }
}
