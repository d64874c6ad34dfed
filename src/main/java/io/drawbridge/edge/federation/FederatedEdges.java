package io.drawbridge.edge.federation;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.federation.FederatedTrust.Admitted;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.OidcProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws the exchange of an admitted token for a session of a role. */
final class FederatedEdges {

  static final Operation AUTHORIZATION_DETAILS = new Operation("iam", "get-account-authorization-details");

  /** A session lasts at least this long once it is there, whatever becomes of the token. */
  static final Duration SESSION = Duration.ofHours(1);

  private FederatedEdges() {}

  static void draw(FederatedTrust trust, Admitted admitted, String technique, EdgeSink sink) {
    draw(trust, admitted, EdgeKind.CAN_FEDERATE, technique, sink);
  }

  static void draw(FederatedTrust trust, Admitted admitted, EdgeKind kind, String technique, EdgeSink sink) {
    IamRole role = trust.trusted().role();
    TrustedToken token = admitted.token();
    List<Evidence> evidence = new ArrayList<>(token.facts());
    evidence.add(accepted(trust.trusted().provider(), token));
    Edge plain = Edge.of(token.holder(), role.id(), kind, technique, admitted.ruling().proof().and(Proof.of(evidence)), Likelihood.EASY.cost())
        .under(token.condition())
        .outliving(SESSION);
    DecisionEdges.of(plain, admitted.ruling().decision(), token.holder()).forEach(sink::edge);
  }

  private static Evidence accepted(OidcProvider provider, TrustedToken token) {
    return accepted(provider, "accepts a token with aud " + token.claims().get("aud") + " and sub " + token.claims().get("sub"));
  }

  static Evidence acceptsAnySubject(OidcProvider provider, TrustedToken token) {
    return accepted(provider, "accepts a token with aud " + token.claims().get("aud") + ", whatever its sub");
  }

  private static Evidence accepted(OidcProvider provider, String text) {
    return new Evidence(Evidence.Side.TRUST, provider.origin().field("/ClientIDList", text), provider.scope(), provider.origin().snapshot());
  }
}
