package io.drawbridge.edge.federation;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Glob;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.federation.OidcProviders.TrustedProvider;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds tokens against a role's trust in an OpenID Connect provider.
 *
 * <p>Source: AWS STS API reference, AssumeRoleWithWebIdentity; IAM User Guide, "Available keys for AWS OIDC federation". <b>Not
 * modelled:</b> session tags that a token may carry; the {@code azp} claim, which STS takes for the audience where a token has one.
 */
final class FederatedTrust {

  static final String ACTION = "sts:AssumeRoleWithWebIdentity";

  /** Keys that a caller without AWS credentials does not have. */
  private static final List<String> ABSENT = List.of("aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalArn", "aws:PrincipalAccount",
      "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "sts:ExternalId", "sts:SourceIdentity");

  private static final String WHEN_OPEN = "drawbridge-witness";

  private final Estate estate;
  private final TrustedProvider trusted;
  private final PolicyDocument trust;
  private final TrustSubjects subjects;

  private FederatedTrust(Estate estate, TrustedProvider trusted, PolicyDocument trust) {
    this.estate = estate;
    this.trusted = trusted;
    this.trust = trust;
    this.subjects = TrustSubjects.of(trust, trusted.provider().id().text(), trusted.keyPrefix());
  }

  static Optional<FederatedTrust> of(Estate estate, TrustedProvider trusted) {
    return trusted.role().trust().map(trust -> new FederatedTrust(estate, trusted, trust));
  }

  TrustSubjects subjects() {
    return subjects;
  }

  /** Whether any statement speaks of the subject, to allow or to deny. */
  boolean asksForSubject() {
    return trust.statements().stream().anyMatch(statement -> TrustSubjects.asks(statement, trusted.keyPrefix() + ":sub"));
  }

  TrustedProvider trusted() {
    return trusted;
  }

  /** The audiences that STS accepts at all; a token with another is refused before the trust counts. */
  List<String> audiences() {
    return trusted.provider().clientIds();
  }

  /** Texts that fit what the trust compares a claim with. */
  List<String> asked(String claim) {
    return trust.statements().stream()
        .flatMap(statement -> TrustSubjects.values(statement, trusted.keyPrefix() + ":" + claim).stream())
        .flatMap(value -> new Glob(value).witness("", WHEN_OPEN).stream())
        .distinct()
        .toList();
  }

  /** A token that the trust admits. */
  record Admitted(TrustedToken token, Ruling ruling) {}

  /** The first token that is admitted without condition, or else the first that is admitted with one. */
  Optional<Admitted> admit(List<TrustedToken> tokens) {
    Optional<Admitted> conditional = Optional.empty();
    for (TrustedToken token : tokens) {
      Ruling ruling = rule(token);
      if (ruling.decision() instanceof Decision.Allowed) {
        return Optional.of(new Admitted(token, ruling));
      }
      if (ruling.possible() && conditional.isEmpty()) {
        conditional = Optional.of(new Admitted(token, ruling));
      }
    }
    return conditional;
  }

  /** Why none of some tokens is admitted: what denies the first of them, or that nothing allows it. */
  Optional<String> refusal(List<TrustedToken> tokens) {
    if (tokens.isEmpty() || admit(tokens).isPresent()) {
      return Optional.empty();
    }
    TrustedToken token = tokens.getFirst();
    boolean explicit = rule(token).decision() instanceof Decision.Denied denied && denied.explicit();
    String said = "a token with aud " + token.claims().get("aud") + " and sub " + token.claims().get("sub");
    return Optional.of("the trust " + (explicit ? "denies " : "does not allow ") + said.replace(WHEN_OPEN, "…"));
  }

  private Ruling rule(TrustedToken token) {
    Map<String, List<String>> claims = new TreeMap<>();
    ABSENT.forEach(key -> claims.put(key, List.of()));
    token.claims().forEach((claim, values) -> claims.put(claim.contains(":") ? claim : trusted.keyPrefix() + ":" + claim, values));
    String provider = trusted.provider().id().text();
    claims.put("aws:FederatedProvider", List.of(provider));
    claims.put("aws:PrincipalIsAWSService", List.of("false"));
    return AwsAuthorization.of(estate).trust(trusted.role(), new AwsPrincipal.Federated(provider), ACTION, claims, Set.of());
  }
}
