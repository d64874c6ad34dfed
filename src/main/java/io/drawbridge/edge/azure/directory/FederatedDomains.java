package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.Domain;
import io.drawbridge.inventory.azure.Tenant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which domains are federated, and which tenants have a verified one that can be: any but those that Microsoft gives. */
final class FederatedDomains {

  private static final String INITIAL = ".onmicrosoft.com";

  private final Set<String> withCustomDomain = new HashSet<>();

  private final Set<EntraId> federated = new HashSet<>();

  private FederatedDomains(Estate estate) {
    for (Domain domain : estate.inventory().all(Domain.class)) {
      if (domain.federated()) {
        federated.add(domain.id());
      }
      if (domain.verified() && !domain.initial() && isCustom(domain.name())) {
        withCustomDomain.add(domain.id().tenant());
      }
    }
    for (Tenant tenant : estate.inventory().all(Tenant.class)) {
      if (tenant.verifiedDomains().stream().anyMatch(FederatedDomains::isCustom)) {
        withCustomDomain.add(tenant.id().tenant());
      }
    }
  }

  static FederatedDomains of(Estate estate) {
    return estate.view(FederatedDomains.class, FederatedDomains::new);
  }

  boolean hasCustomDomain(String tenant) {
    return withCustomDomain.contains(tenant);
  }

  /** True for a domain whose users sign in at an issuer outside. */
  boolean isFederated(String tenant, String domain) {
    return federated.contains(new EntraId(tenant, domain));
  }

  private static boolean isCustom(String domain) {
    return !domain.toLowerCase(Locale.ROOT).endsWith(INITIAL);
  }
}
