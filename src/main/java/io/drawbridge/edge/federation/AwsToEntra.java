package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.OutboundFederation;
import io.drawbridge.policy.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From AWS principals to the applications and user-assigned identities that trust the tokens which AWS issues them.
 *
 * <p>The account must have outbound federation enabled, and the principal must be allowed {@code sts:GetWebIdentityToken} for the
 * audience that the credential asks for; the token's subject is the ARN of the role or user. Entra reads RS256 signatures only. Source:
 * IAM User Guide, "Federating AWS identities to external services" and "Controlling access with IAM policies"; AWS STS API reference,
 * GetWebIdentityToken; learn.microsoft.com, "Workload identity federation". <b>Not modelled:</b> tags in the request.
 */
final class AwsToEntra implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("d-sts-webidtoken", "has AWS sign a token that the application accepts", "T1550.001",
      "name one role in the federated credential, and grant sts:GetWebIdentityToken for the audiences that are needed");
  static final Operation OUTBOUND = new Operation("iam", "get-outbound-web-identity-federation-info");

  private static final String ACTION = "sts:GetWebIdentityToken";

  /** Seconds: what a caller gets who asks for none, then the least and the most. */
  private static final List<String> DURATIONS = List.of("300", "60", "3600");

  @Override
  public List<Operation> reads() {
    return Stream.concat(EntraDirectory.CREDENTIAL_READS.stream(),
        Stream.of(FederatedEdges.AUTHORIZATION_DETAILS, OUTBOUND)).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<String, OutboundFederation> byIssuer = new HashMap<>();
    estate.inventory().all(OutboundFederation.class).forEach(outbound -> byIssuer.put(outbound.issuer(), outbound));
    for (TrustedCredential credential : EntraDirectory.of(estate).credentials()) {
      if (!credential.isFlexible() && Issuers.isAws(credential.issuer())) {
        Arn.find(credential.subject()).ifPresent(subject -> derive(estate, credential, subject, byIssuer, sink));
      }
    }
  }

  private static void derive(Estate estate, TrustedCredential credential, Arn subject, Map<String, OutboundFederation> byIssuer, EdgeSink sink) {
    Scope account = Scope.account(subject.account());
    OutboundFederation outbound = byIssuer.get(credential.issuer());
    if (outbound != null) {
      if (outbound.enabled() && outbound.scope().equals(account)) {
        own(estate, credential, subject, outbound, sink);
      }
    } else if (!estate.coverage().scopes().contains(account)) {
      sink.edge(CredentialEdges.of(subject, credential, TECHNIQUE.id(), Proof.of(List.of())));
    } else if (estate.coverage().reading(account, OUTBOUND) != Reading.READ) {
      sink.gap(Gaps.of(estate, account, OUTBOUND, "", "whether an issuer that Entra trusts is this account's is not known"));
    }
  }

  private static void own(Estate estate, TrustedCredential credential, Arn subject, OutboundFederation outbound, EdgeSink sink) {
    Optional<AwsIdentity> identity = AwsAuthorization.of(estate).find(subject);
    if (identity.isEmpty()) {
      if (estate.coverage().reading(outbound.scope(), FederatedEdges.AUTHORIZATION_DETAILS) != Reading.READ) {
        sink.gap(Gaps.of(estate, outbound.scope(), FederatedEdges.AUTHORIZATION_DETAILS, "", "whether a principal that Entra trusts gets a token is not known"));
      }
      return;
    }
    Ruling ruling = rule(estate, identity.get(), credential);
    var issuer = new Evidence(Evidence.Side.FACT, outbound.origin().field("/IssuerIdentifier", outbound.issuer()), outbound.scope(), outbound.origin().snapshot());
    Edge plain = CredentialEdges.of(subject, credential, TECHNIQUE.id(), ruling.proof().and(Proof.of(List.of(issuer))));
    DecisionEdges.of(plain, ruling.decision(), subject).forEach(sink::edge);
  }

  /** Whether a principal may have a token for the credential. */
  static Ruling rule(Estate estate, AwsIdentity identity, TrustedCredential credential) {
    return best(AwsAuthorization.of(estate), identity, credential);
  }

  /** The caller chooses audience, duration and algorithm; one choice that is allowed is enough. */
  private static Ruling best(AwsAuthorization authorization, AwsIdentity identity, TrustedCredential credential) {
    Ruling best = new Ruling(new Decision.Denied(false, List.of()), Proof.of(List.of()));
    for (String audience : credential.audiences()) {
      for (String duration : DURATIONS) {
        Ruling ruling = authorization.rule(identity, ACTION, "*", identity.account(), Optional.empty(), Map.of(
            "sts:IdentityTokenAudience", List.of(audience), "sts:DurationSeconds", List.of(duration), "sts:SigningAlgorithm", List.of("RS256"),
            "aws:TagKeys", List.of()));
        if (ruling.decision() instanceof Decision.Allowed) {
          return ruling;
        }
        best = best.possible() ? best : ruling;
      }
    }
    return best;
  }
}
