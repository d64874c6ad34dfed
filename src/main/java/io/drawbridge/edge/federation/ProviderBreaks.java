package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.federation.Issuers.EntraIssuer;
import io.drawbridge.edge.federation.OidcProviders.TrustedProvider;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a role's trust in an OpenID Connect provider no token fits. */
final class ProviderBreaks {

  private static final int BOTH_VERSIONS = 3;

  private ProviderBreaks() {}

  static List<String> of(Estate estate, TrustedProvider trusted) {
    String url = trusted.provider().url();
    if (trusted.provider().clientIds().isEmpty()) {
      return List.of("the identity provider " + url + " accepts no audience");
    }
    List<String> asked = FederatedTrust.of(estate, trusted).map(trust -> trust.asked("aud")).orElse(List.of());
    if (!asked.isEmpty() && asked.stream().noneMatch(trusted.provider().clientIds()::contains)) {
      return List.of("the trust asks for the audience " + String.join(", ", asked) + ", and the provider accepts " + String.join(", ", trusted.provider().clientIds()));
    }
    if (Issuers.looksLikeEntra(url)) {
      return Issuers.entra(url).map(issuer -> entra(estate, trusted, issuer)).orElse(List.of("no token of Entra spells its issuer " + url));
    }
    Optional<String> spelled = ClusterIssuers.of(estate).spelling(url).filter(issuer -> !issuer.equals("https://" + url));
    if (spelled.isPresent()) {
      return List.of("tokens of the cluster spell their issuer " + spelled.get() + ", and the provider is " + url);
    }
    return FederatedTrust.of(estate, trusted).map(trust -> url.equals(GithubSubject.ISSUER_HOST) ? github(estate, trust) : other(trust, url)).orElse(List.of());
  }

  private static List<String> github(Estate estate, FederatedTrust trust) {
    var holders = GithubHolders.candidates(GithubRepositories.of(estate), trust.subjects(), GithubToRole.places(trust));
    List<TrustedToken> tokens = holders.entrySet().stream()
        .flatMap(holder -> GithubTokens.tokens(holder.getKey(), holder.getValue(), trust.audiences()).stream()).toList();
    return tokens.isEmpty() ? List.of("no job of a repository has a subject that the trust asks for") : trust.refusal(tokens).stream().toList();
  }

  private static List<String> other(FederatedTrust trust, String url) {
    List<TrustedToken> tokens = IssuerToRole.tokens(trust);
    if (tokens.isEmpty()) {
      return List.of("no token of " + url + " is for " + String.join(", ", trust.audiences()));
    }
    List<String> strange = trust.subjects().literals().stream().filter(subject -> !IssuerForm.admits(url, subject))
        .map(subject -> "no token of " + url + " has the subject " + subject).toList();
    return strange.isEmpty() ? trust.refusal(tokens).stream().toList() : strange;
  }

  private static List<String> entra(Estate estate, TrustedProvider trusted, EntraIssuer issuer) {
    Scope tenant = Scope.tenant(issuer.tenant());
    if (estate.coverage().reading(tenant, EntraDirectory.SERVICE_PRINCIPALS) != Reading.READ) {
      return List.of();
    }
    List<String> audiences = trusted.provider().clientIds();
    List<EntraResource> resources = EntraResources.of(estate).find(issuer, audiences);
    if (resources.isEmpty()) {
      boolean otherVersion = !EntraResources.of(estate).find(new EntraIssuer(issuer.tenant(), BOTH_VERSIONS - issuer.version()), audiences).isEmpty();
      return List.of(otherVersion ? "tokens for " + String.join(", ", audiences) + " are of the other version, which names another issuer than " + trusted.provider().url()
          : "nothing that is enabled in the tenant has the audience " + String.join(", ", audiences) + " in tokens of " + trusted.provider().url());
    }
    List<String> breaks = new ArrayList<>();
    FederatedTrust.of(estate, trusted).ifPresent(trust -> {
      trust.subjects().literals().forEach(subject -> subject(estate, issuer, subject, resources)
          .or(() -> EntraDirectory.of(estate).holder(issuer.tenant(), subject).flatMap(holder -> trust.refusal(EntraToRole.tokens(trust, holder, resources))))
          .ifPresent(breaks::add));
      if (trust.subjects().open() && !trust.asksForSubject()) {
        resources.forEach(resource -> trust.refusal(EntraToRole.anybodys(trust, resource)).ifPresent(breaks::add));
      }
    });
    return breaks;
  }

  private static Optional<String> subject(Estate estate, EntraIssuer issuer, String subject, List<EntraResource> resources) {
    EntraId id = new EntraId(issuer.tenant(), subject);
    Optional<ServicePrincipal> principal = estate.inventory().find(ServicePrincipal.class, id);
    if (principal.isEmpty()) {
      return Optional.of("no principal of the tenant has the object id " + subject + ", unless it is what an application calls one of its users");
    }
    if (!principal.get().accountEnabled()) {
      return Optional.of("the principal " + subject + " is disabled");
    }
    boolean assigned = resources.stream().anyMatch(resource -> resource.admits(id) || EntraResources.of(estate).gap(resource).isPresent());
    return assigned ? Optional.empty() : Optional.of("the principal " + subject + " is not assigned to the application whose audience is asked for");
  }
}
