package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Glob;
import io.drawbridge.edge.federation.EntraResource.Delegation;
import io.drawbridge.edge.federation.Issuers.EntraIssuer;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From service principals of an Entra tenant to the IAM roles that trust the tenant's tokens.
 *
 * <p>A token that an application or managed identity asks for itself says in {@code sub} the object id of its service principal and in
 * {@code aud} the resource that it was asked for; the version of tokens that the resource accepts decides the issuer. Source: Microsoft
 * identity platform, "Access token claims reference"; IAM User Guide, "Create an OpenID Connect identity provider".
 *
 * <p>A token that an application has in a user's name says in {@code sub} a text that is another for each user and application, and that no answer
 * of Microsoft Graph tells: a trust that pins one leads from nobody known, and a trust that asks for the audience alone lets every such user in.
 * <b>Not modelled:</b> ID tokens, which an application gets about its own users.
 */
final class EntraToRole implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("entra-oidc-to-iam-role", "exchanges a token of the tenant for a session of the role", "T1550.001",
      "ask for the service principal's object id and the audience in the role's trust");
  static final Technique USER_TECHNIQUE = new Technique("entra-user-token-to-iam-role", "exchanges a token that an application has in the user's name", "T1550.001",
      "ask for the service principal's object id in the role's trust");
  static final Technique VENDOR_TECHNIQUE = new Technique("microsoft-connector-to-iam-role", "acts in the account as Microsoft's connector", "T1199",
      "limit the connector's role to what the product reads");

  private static final String ANYTHING = "drawbridge-witness";

  private static final Operation USERS = new Operation("graph", "users");

  private static final Requirement CONSENT = new Requirement("entra:delegated-token", "Bool", List.of("true"), false,
      "an application that was consented to gets a token for the role's audience in the user's name");

  @Override
  public List<Operation> reads() {
    return List.of(FederatedEdges.AUTHORIZATION_DETAILS, OidcProviders.LIST, OidcProviders.GET, EntraDirectory.SERVICE_PRINCIPALS,
        EntraDirectory.APPLICATIONS, EntraResources.ASSIGNMENTS, USERS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE, USER_TECHNIQUE, VENDOR_TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var byAudience = new AudienceTrusts();
    for (var trusted : OidcProviders.of(estate).trusted()) {
      Issuers.entra(trusted.provider().url())
          .ifPresent(issuer -> FederatedTrust.of(estate, trusted).ifPresent(trust -> role(estate, trust, issuer, byAudience, sink)));
    }
    byAudience.draw(estate, sink);
  }

  private static void role(Estate estate, FederatedTrust trust, EntraIssuer issuer, AudienceTrusts byAudience, EdgeSink sink) {
    Scope tenant = Scope.tenant(issuer.tenant());
    boolean known = estate.coverage().scopes().contains(tenant);
    if (!known) {
      EdgeKind kind = MicrosoftTenants.contains(tenant.id()) ? EdgeKind.VENDOR_ACTS_ON : EdgeKind.CAN_FEDERATE;
      String technique = MicrosoftTenants.contains(tenant.id()) ? VENDOR_TECHNIQUE.id() : TECHNIQUE.id();
      trust.admit(foreign(trust, tenant)).ifPresent(admitted -> FederatedEdges.draw(trust, admitted, kind, technique, sink));
    } else if (estate.coverage().reading(tenant, EntraDirectory.SERVICE_PRINCIPALS) != Reading.READ) {
      sink.gap(Gaps.of(estate, tenant, EntraDirectory.SERVICE_PRINCIPALS, "", "who gets a token that an IAM role trusts is not known"));
    } else {
      own(estate, trust, issuer, byAudience, sink);
    }
  }

  private static void own(Estate estate, FederatedTrust trust, EntraIssuer issuer, AudienceTrusts byAudience, EdgeSink sink) {
    EntraDirectory directory = EntraDirectory.of(estate);
    List<EntraResource> resources = EntraResources.of(estate).find(issuer, trust.audiences());
    resources.forEach(resource -> EntraResources.of(estate).gap(resource).ifPresent(sink::gap));
    if (trust.subjects().open() && !trust.asksForSubject()) {
      resources.forEach(resource -> anySubject(estate, trust, resource, byAudience, sink));
      return;
    }
    for (EntraDirectory.TokenHolder holder : holders(directory, trust, issuer)) {
      trust.admit(tokens(trust, holder, resources)).ifPresent(admitted -> FederatedEdges.draw(trust, admitted, TECHNIQUE.id(), sink));
    }
  }

  private static void anySubject(Estate estate, FederatedTrust trust, EntraResource resource, AudienceTrusts byAudience, EdgeSink sink) {
    Optional<FederatedTrust.Admitted> admitted = trust.admit(anybodys(trust, resource));
    if (admitted.isEmpty()) {
      return;
    }
    byAudience.add(trust, admitted.get(), resource, TokenHolders.PRINCIPALS, List.of());
    if (resource.delegation() != Delegation.NEVER) {
      byAudience.add(trust, admitted.get(), resource, TokenHolders.USERS, resource.delegation() == Delegation.BY_CONSENT ? List.of(CONSENT) : List.of());
      Scope tenant = Scope.tenant(resource.id().tenant());
      if (estate.coverage().reading(tenant, USERS) != Reading.READ) {
        sink.gap(Gaps.of(estate, tenant, USERS, "", "whose delegated tokens an IAM role trusts is not known"));
      }
    }
  }

  /** The tokens for a resource, of whomever. */
  static List<TrustedToken> anybodys(FederatedTrust trust, EntraResource resource) {
    return trust.audiences().stream().filter(resource.audiences()::contains).map(audience -> token(resource.id(), ANYTHING, audience, List.of())).toList();
  }

  /** Whoever the trust names, or everybody where it leaves the subject open. */
  private static Collection<EntraDirectory.TokenHolder> holders(EntraDirectory directory, FederatedTrust trust, EntraIssuer issuer) {
    return trust.subjects().globs().isEmpty()
        ? trust.subjects().literals().stream().flatMap(subject -> directory.holder(issuer.tenant(), subject).stream()).toList()
        : directory.holders(issuer.tenant());
  }

  /** The tokens that a principal gets for resources. */
  static List<TrustedToken> tokens(FederatedTrust trust, EntraDirectory.TokenHolder holder, List<EntraResource> resources) {
    List<TrustedToken> tokens = new ArrayList<>();
    for (EntraResource resource : resources) {
      if (resource.admits(holder.id())) {
        trust.audiences().stream().filter(resource.audiences()::contains).forEach(audience -> tokens.add(
            token(holder.id(), holder.id().objectId(), audience, List.of(holder.evidence(), resource.evidence()))));
      }
    }
    return tokens;
  }

  /** Of a tenant that was never collected, nothing but the trust is known. */
  private static List<TrustedToken> foreign(FederatedTrust trust, Scope tenant) {
    var holder = new ExternalId("entra", tenant.id());
    Stream<String> asked = trust.subjects().patterns().stream().flatMap(pattern -> new Glob(pattern).witness("", ANYTHING).stream());
    return Stream.concat(asked, Stream.of(ANYTHING))
        .flatMap(subject -> trust.audiences().stream().map(audience -> token(holder, subject, audience, List.of())))
        .toList();
  }

  private static TrustedToken token(ResourceId holder, String subject, String audience, List<Evidence> facts) {
    SortedMap<String, List<String>> claims = new TreeMap<>();
    claims.put("sub", List.of(subject));
    claims.put("aud", List.of(audience));
    return new TrustedToken(holder, claims, facts, Condition.NONE);
  }
}
