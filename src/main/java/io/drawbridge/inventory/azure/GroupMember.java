package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Membership of a directory object in a group.
 *
 * @param memberType {@code user}, {@code group}, {@code serviceprincipal}, {@code device}, or empty where the listing does not say
 */
public record GroupMember(Origin origin, EntraId id, EntraId group, EntraId member, String memberType) implements Resource {

  @Override
  public String name() {
    return member.objectId();
  }
}
