package io.drawbridge.edge.federation;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.federation.OidcProviders.TrustedProvider;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Technique;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From issuers that no other rule looks behind to the IAM roles that trust their tokens: who controls the issuer, or the part of it that
 * the subject names, gains the role.
 *
 * <p>STS finds the provider by the issuer as the token spells it, a slash at the end included. <b>Not modelled:</b> who may obtain which token of the
 * issuer: GitLab projects, workspaces.
 */
final class IssuerToRole implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("oidc-issuer-to-iam-role", "signs a token that the role accepts", "T1550.001",
      "ask for one subject of the issuer in the role's trust");

  @Override
  public List<Operation> reads() {
    return List.of(FederatedEdges.AUTHORIZATION_DETAILS, OidcProviders.LIST, OidcProviders.GET);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE, AzureDevOps.TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    OidcProviders.of(estate).trusted().stream()
        .filter(trusted -> isOther(estate, trusted))
        .flatMap(trusted -> FederatedTrust.of(estate, trusted).stream())
        .forEach(trust -> trust.admit(tokens(trust)).ifPresent(admitted -> FederatedEdges.draw(trust, admitted, technique(trust).id(), sink)));
  }

  private static Technique technique(FederatedTrust trust) {
    return AzureDevOps.isIssuer(trust.trusted().provider().url()) ? AzureDevOps.TECHNIQUE : TECHNIQUE;
  }

  private static boolean isOther(Estate estate, TrustedProvider trusted) {
    String url = trusted.provider().url();
    return !url.equals(GithubSubject.ISSUER_HOST) && !Issuers.looksLikeEntra(url)
        && ClusterIssuers.of(estate).spelling(url).map(issuer -> issuer.equals("https://" + url)).orElse(true);
  }

  /** Tokens of the issuer that the trust might admit. */
  static List<TrustedToken> tokens(FederatedTrust trust) {
    String url = trust.trusted().provider().url();
    List<TrustedToken> tokens = new ArrayList<>();
    List<String> audiences = trust.audiences().stream().filter(audience -> AzureDevOps.serves(url, audience)).toList();
    IssuerForm.subjects(url, trust.subjects().patterns()).forEach(subject -> audiences.forEach(audience -> {
      SortedMap<String, List<String>> claims = new TreeMap<>();
      claims.put("sub", List.of(subject));
      claims.put("aud", List.of(audience));
      tokens.add(new TrustedToken(Issuers.node(url), claims, List.of(), Condition.NONE));
    }));
    return tokens;
  }
}
