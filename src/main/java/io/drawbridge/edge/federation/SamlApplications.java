package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.federation.Issuers.EntraIssuer;
import io.drawbridge.inventory.aws.SamlProvider;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which applications of a tenant sign the assertions that a SAML provider of AWS accepts.
 *
 * <p>Every application of a tenant names the same issuer; each signs with a certificate of its own, and AWS accepts those that the provider's
 * metadata holds. Source: learn.microsoft.com, "Manage certificates for federated single sign-on"; IAM User Guide, "Create a SAML identity provider".
 *
 * @param found enabled ones that hold such a certificate
 * @param certain false when another one might
 */
record SamlApplications(List<ServicePrincipal> found, boolean certain) {

  SamlApplications {
    found = List.copyOf(found);
  }

  /** The tenant of a provider's issuer, if anything of that tenant was collected. */
  static Optional<String> collectedTenant(Estate estate, SamlProvider provider) {
    return Issuers.entra(provider.entityId()).map(EntraIssuer::tenant).filter(tenant -> estate.coverage().scopes().contains(Scope.tenant(tenant)));
  }

  /** Those of each provider that was asked for. */
  private static final class Known {
    private final Map<ResourceId, SamlApplications> byProvider = new HashMap<>();
  }

  static SamlApplications of(Estate estate, String tenant, SamlProvider provider) {
    return estate.view(Known.class, none -> new Known()).byProvider.computeIfAbsent(provider.id(), none -> find(estate, tenant, provider));
  }

  private static SamlApplications find(Estate estate, String tenant, SamlProvider provider) {
    List<ServicePrincipal> all = estate.inventory().all(ServicePrincipal.class).stream()
        .filter(principal -> principal.id().tenant().equals(tenant) && !principal.isManagedIdentity()).toList();
    boolean read = estate.coverage().reading(Scope.tenant(tenant), EntraDirectory.SERVICE_PRINCIPALS) == Reading.READ;
    boolean certain = read && !provider.certificates().isEmpty() && all.stream().allMatch(principal -> principal.signOn().read() || !principal.signOn().isSaml());
    return new SamlApplications(all.stream().filter(principal -> principal.accountEnabled() && signs(principal, provider)).toList(), certain);
  }

  private static boolean signs(ServicePrincipal principal, SamlProvider provider) {
    return principal.signOn().isSaml() && !Collections.disjoint(principal.signOn().certificates(), provider.certificates());
  }

  /** Whether an application signs with an accepted certificate now, and not only after somebody has it do so. */
  static boolean signsNow(ServicePrincipal principal, SamlProvider provider) {
    String active = principal.signOn().active();
    return active.isEmpty() || provider.certificates().contains(active);
  }
}
