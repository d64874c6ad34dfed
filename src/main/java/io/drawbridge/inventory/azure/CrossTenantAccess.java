package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Optional;

/**
 * What a tenant's cross-tenant access settings say of another tenant, or of all that have none of their own.
 *
 * @param partner the other tenant, in lower case; empty for the default
 * @param inbound guests from there
 * @param outbound the tenant's own people as guests there
 * @param trust what of its sign-ins counts here
 * @param serviceProvider whether it administers this tenant as a partner of Microsoft
 */
public record CrossTenantAccess(
    Origin origin, EntraId id, String partner, Door inbound, Door outbound, Trust trust, boolean serviceProvider)
    implements Resource {

  /** What was done there and counts here: multifactor authentication, a compliant device, a joined device; empty where the default holds. */
  public record Trust(Optional<Boolean> mfa, Optional<Boolean> compliant, Optional<Boolean> joined) {}

  /** Whom collaboration lets through. */
  public enum Door {
    /** Nothing is said: the default holds. */
    INHERITED,
    /** Everyone but perhaps some who are named. */
    OPEN,
    /** Some who are named, or to some applications. */
    SOME,
    CLOSED
  }

  @Override
  public String name() {
    return partner.isEmpty() ? id.tenant() : partner;
  }
}
