package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * What a customer lets a partner of Microsoft do in its tenant, as the partner's tenant lists it.
 *
 * @param displayName of the relationship
 * @param customer the customer's tenant, in lower case
 * @param active true once the customer has approved it and until it ends
 * @param term until when it holds; without an end where it is extended by itself
 * @param roles that the customer approved, by template, in lower case
 */
public record DelegatedAdminRelationship(
    Origin origin, EntraId id, String displayName, String customer, boolean active, Term term, List<String> roles) implements Resource {

  public DelegatedAdminRelationship {
    roles = List.copyOf(roles);
  }

  @Override
  public String name() {
    return displayName;
  }
}
