package io.drawbridge.edge.federation;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IdentityPool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From AWS principals that may have a Cognito identity pool issue tokens to the applications that trust them.
 *
 * <p>The credential's audience is the pool, its subject one of the pool's identities. A pool with a developer's own provider gives who may
 * call it a token for the identity that it names. Source: Amazon Cognito Federated Identities API reference,
 * GetOpenIdTokenForDeveloperIdentity; learn.microsoft.com, "Workload identity federation". <b>Not modelled:</b> guests of a pool, who would
 * have to know the identity's id; whether the subject is an identity of the pool.
 */
final class CognitoToEntra implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("d-cognito-openid", "has Cognito sign a token that the application accepts", "T1550.001",
      "grant cognito-identity:GetOpenIdTokenForDeveloperIdentity to the application's back end only, or give up the federated credential");

  private static final String ISSUER = "https://cognito-identity.amazonaws.com";
  private static final String ACTION = "cognito-identity:GetOpenIdTokenForDeveloperIdentity";

  @Override
  public List<Operation> reads() {
    return Stream.concat(EntraDirectory.CREDENTIAL_READS.stream(),
        Stream.of(FederatedEdges.AUTHORIZATION_DETAILS, new Operation("cognito-identity", "describe-identity-pool"))).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<String, IdentityPool> pools = new HashMap<>();
    estate.inventory().all(IdentityPool.class).stream().filter(pool -> !pool.developerProvider().isEmpty()).forEach(pool -> pools.put(pool.poolId(), pool));
    for (TrustedCredential credential : EntraDirectory.of(estate).credentials()) {
      if (!credential.isFlexible() && credential.issuer().equals(ISSUER)) {
        credential.audiences().stream().flatMap(audience -> Optional.ofNullable(pools.get(audience)).stream())
            .forEach(pool -> draw(AwsAuthorization.of(estate), credential, pool, sink));
      }
    }
  }

  private static void draw(AwsAuthorization authorization, TrustedCredential credential, IdentityPool pool, EdgeSink sink) {
    var provider = new Evidence(Evidence.Side.FACT, pool.origin().field("/DeveloperProviderName", pool.developerProvider()), pool.scope(), pool.origin().snapshot());
    for (AwsIdentity caller : authorization.callers()) {
      if (caller.account().equals(pool.id().account())) {
        Ruling ruling = authorization.rule(caller, ACTION, pool.id().text(), pool.id().account(), Optional.empty(), Map.of());
        DecisionEdges.of(CredentialEdges.of(caller.node(), credential, TECHNIQUE.id(), ruling.proof().and(Proof.of(List.of(provider)))), ruling.decision(),
            caller.node()).forEach(sink::edge);
      }
    }
  }
}
