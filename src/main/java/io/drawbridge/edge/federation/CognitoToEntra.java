package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IdentityPool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From AWS principals that may have a Cognito identity pool issue tokens, and from its guests, to the applications that trust them.
 *
 * <p>The credential's audience is the pool, its subject one of the pool's identities. A pool with a developer's own provider gives who may
 * call it a token for the identity that it names. Anybody gets a token for an identity of a guest who knows its id, where the pool has guests and the
 * classic flow; whether the subject is a guest's is in no answer and a condition. Source: Amazon Cognito Federated Identities API reference,
 * GetOpenIdTokenForDeveloperIdentity and GetOpenIdToken; Amazon Cognito Developer Guide, "Identity pools authentication flow"; learn.microsoft.com,
 * "Workload identity federation". <b>Not modelled:</b> users whom other issuers sign in to the pool.
 */
final class CognitoToEntra implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("d-cognito-openid", "has Cognito sign a token that the application accepts", "T1550.001",
      "grant cognito-identity:GetOpenIdTokenForDeveloperIdentity to the application's back end only, or give up the federated credential");

  private static final Technique GUEST = new Technique("cognito-guest-token", "has Cognito sign a token for a guest's identity that the application accepts", "T1550.001",
      "turn guest access or the classic flow of the pool off, or give up the federated credential");
  private static final Condition OF_A_GUEST = new Condition(List.of(new Atom(ExternalId.INTERNET, "cognito-identity:guest", "Bool", List.of("true"), false,
      "the credential's subject is the identity of a guest, and its id is known")));

  private static final String GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String ISSUER = "https://cognito-identity.amazonaws.com";
  private static final String ACTION = "cognito-identity:GetOpenIdTokenForDeveloperIdentity";

  @Override
  public List<Operation> reads() {
    return Stream.concat(EntraDirectory.CREDENTIAL_READS.stream(),
        Stream.of(FederatedEdges.AUTHORIZATION_DETAILS, new Operation("cognito-identity", "describe-identity-pool"))).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE, GUEST);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<String, IdentityPool> pools = new HashMap<>();
    estate.inventory().all(IdentityPool.class).forEach(pool -> pools.put(pool.poolId(), pool));
    for (TrustedCredential credential : EntraDirectory.of(estate).credentials()) {
      if (!credential.isFlexible() && credential.issuer().equals(ISSUER)) {
        credential.audiences().stream().flatMap(audience -> Optional.ofNullable(pools.get(audience)).stream())
            .filter(pool -> credential.subject().matches(pool.id().region() + ":" + GUID)).forEach(pool -> {
              if (!pool.developerProvider().isEmpty()) {
                draw(AwsAuthorization.of(estate), credential, pool, sink);
              }
              if (pool.guests() && pool.classicFlow()) {
                guest(credential, pool, sink);
              }
            });
      }
    }
  }

  private static void guest(TrustedCredential credential, IdentityPool pool, EdgeSink sink) {
    var open = new Evidence(Evidence.Side.GRANT, pool.origin().field("/AllowUnauthenticatedIdentities", "true"), pool.scope(), pool.origin().snapshot());
    Edge plain = CredentialEdges.of(ExternalId.INTERNET, credential, GUEST.id(), Proof.of(List.of(open)));
    sink.edge(new Edge(plain.from(), plain.to(), plain.kind(), plain.technique(), plain.condition(), plain.proof(), Likelihood.POSSIBLE.cost(), plain.lasting()).under(OF_A_GUEST));
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
