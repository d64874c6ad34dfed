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
import io.drawbridge.edge.federation.Issuers.EntraIssuer;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From issuers beside GitHub and AWS accounts to the identities whose federated credentials trust them: managed identities of the same
 * tenant, and issuers that no rule looks behind.
 *
 * <p>Source: learn.microsoft.com, "Configure an application to trust a managed identity": the issuer is the tenant's second one, the
 * audience the exchange's own, the subject the object id of a managed identity of that tenant. <b>Not modelled:</b> who obtains which
 * token of another issuer: clusters, GitLab projects, workspaces.
 */
final class IssuerToEntra implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("oidc-issuer-to-entra", "signs a token that the application accepts", "T1550.001",
      "remove federated credentials for issuers that are no longer used");
  static final Technique MANAGED_IDENTITY_TECHNIQUE = new Technique("managed-identity-to-application", "exchanges the managed identity's token for one of the application", "T1550.001",
      "remove the federated credential, or guard the identity as the application");

  /** The audiences of the exchange: public, US government, China. */
  static final Set<String> EXCHANGE =
      Set.of("api://AzureADTokenExchange", "api://AzureADTokenExchangeUSGov", "api://AzureADTokenExchangeChina");

  @Override
  public List<Operation> reads() {
    return EntraDirectory.CREDENTIAL_READS;
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE, MANAGED_IDENTITY_TECHNIQUE, AzureDevOps.TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (TrustedCredential credential : EntraDirectory.of(estate).credentials()) {
      if (Issuers.isGithub(credential.issuer()) || Issuers.isAws(credential.issuer())) {
        continue;
      }
      if (Issuers.looksLikeEntra(credential.issuer())) {
        Issuers.entra(credential.issuer()).filter(issuer -> issuer.version() == 2 && !credential.isFlexible())
            .ifPresent(issuer -> byEntra(estate, credential, issuer, sink));
      } else if (isSigned(estate, credential)) {
        bySigned(credential, sink);
      }
    }
  }

  private static void bySigned(TrustedCredential credential, EdgeSink sink) {
    if (credential.isFlexible() && FlexibleExpression.parse(credential.expression()).isEmpty()) {
      sink.gap(CredentialGaps.unreadableExpression(credential));
    } else {
      Technique technique = AzureDevOps.isIssuer(credential.issuer()) ? AzureDevOps.TECHNIQUE : TECHNIQUE;
      draw(Issuers.node(credential.issuer()), credential, technique.id(), List.of(), sink);
    }
  }

  /** Whether the issuer makes tokens that spell it so and carry such a subject, as far as is known of it. */
  private static boolean isSigned(Estate estate, TrustedCredential credential) {
    boolean spelled = ClusterIssuers.of(estate).spelling(credential.issuer()).map(credential.issuer()::equals).orElse(true);
    boolean served = credential.audiences().stream().anyMatch(audience -> AzureDevOps.serves(credential.issuer(), audience));
    return spelled && served && (credential.isFlexible() ? fits(credential) : IssuerForm.admits(credential.issuer(), credential.subject()));
  }

  /** Whether some subject of the issuer fits the expression; an expression that cannot be read is left to who says so. */
  static boolean fits(TrustedCredential credential) {
    return FlexibleExpression.parse(credential.expression()).flatMap(FlexibleExpression::subject)
        .map(asked -> IssuerForm.subjects(credential.issuer(), List.of(asked.value())).stream().anyMatch(asked::holds)).orElse(true);
  }

  /** A managed identity of the tenant, or the organization for whose service connection Entra signs. */
  private static void byEntra(Estate estate, TrustedCredential credential, EntraIssuer issuer, EdgeSink sink) {
    Optional<ExternalId> organization = AzureDevOps.organization(credential.subject());
    if (credential.audiences().stream().noneMatch(EXCHANGE::contains)) {
      return;
    }
    if (organization.isPresent()) {
      draw(organization.get(), credential, AzureDevOps.TECHNIQUE.id(), List.of(), sink);
    } else if (issuer.tenant().equals(credential.target().tenant())) {
      managedIdentity(estate, credential, issuer, sink);
    }
  }

  private static void managedIdentity(Estate estate, TrustedCredential credential, EntraIssuer issuer, EdgeSink sink) {
    Scope tenant = Scope.tenant(issuer.tenant());
    if (estate.coverage().reading(tenant, EntraDirectory.SERVICE_PRINCIPALS) != Reading.READ) {
      sink.gap(Gaps.of(estate, tenant, EntraDirectory.SERVICE_PRINCIPALS, "", "which managed identity a federated credential trusts is not known"));
      return;
    }
    EntraDirectory.of(estate).holder(issuer.tenant(), credential.subject()).filter(EntraDirectory.TokenHolder::isManagedIdentity)
        .ifPresent(holder -> draw(holder.id(), credential, MANAGED_IDENTITY_TECHNIQUE.id(), List.of(holder.evidence()), sink));
  }

  private static void draw(ResourceId holder, TrustedCredential credential, String technique, List<Evidence> facts, EdgeSink sink) {
    sink.edge(CredentialEdges.of(holder, credential, technique, Proof.of(facts)));
  }
}
