package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A domain of a tenant.
 *
 * @param name in lower case
 * @param initial true for the tenant's {@code onmicrosoft.com} domain, which cannot be federated
 */
public record Domain(Origin origin, EntraId id, String name, boolean verified, boolean initial, boolean federated) implements Resource {}
