package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The exchange of a token for one of an application or of a user-assigned identity. */
final class CredentialEdges {

  /** An access token of Entra lasts an hour or a little longer, and cannot be called back. */
  private static final Duration ACCESS_TOKEN = Duration.ofHours(1);

  private CredentialEdges() {}

  /**
   * The edge, under what could not be read of the identity alone.
   *
   * @param facts what shows that the holder gets the token
   */
  static Edge of(ResourceId holder, TrustedCredential credential, String technique, Proof facts) {
    return of(holder, credential, EdgeKind.CAN_FEDERATE, technique, facts);
  }

  static Edge of(ResourceId holder, TrustedCredential credential, EdgeKind kind, String technique, Proof facts) {
    List<Evidence> trust = new ArrayList<>(List.of(credential.issuerEvidence(), credential.evidence(), credential.audienceEvidence()));
    return Edge.of(holder, credential.target(), kind, technique, facts.and(new Proof(trust, credential.unread())), Likelihood.EASY.cost())
        .under(credential.condition()).outliving(ACCESS_TOKEN);
  }
}
