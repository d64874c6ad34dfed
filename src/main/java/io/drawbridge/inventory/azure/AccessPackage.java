package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * An access package of entitlement management.
 *
 * @param catalog empty where it was not read
 * @param gives what its holders get; empty where the list was not read
 */
public record AccessPackage(Origin origin, EntraId id, String displayName, Optional<EntraId> catalog, Optional<List<Given>> gives) implements Resource {

  /**
   * A role in a resource that holders get.
   *
   * @param role such as {@code Member_<group>}, or {@code Eligible} of a directory role
   * @param originId object id of the resource, or a directory role's template, in lower case
   */
  public record Given(String originSystem, String role, String originId) {}

  @Override
  public String name() {
    return displayName;
  }
}
