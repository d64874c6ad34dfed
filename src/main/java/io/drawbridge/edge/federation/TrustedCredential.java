package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.Origin;
import java.util.List;

/**
 * A federated identity credential of an identity that can sign in.
 *
 * @param target the application, or the service principal of a user-assigned identity
 * @param subject exact; empty when there is an expression
 * @param expression flexible; empty when there is a subject
 * @param unread what was never collected and could switch the identity off
 * @param condition what exists, could not be read and could switch it off
 */
record TrustedCredential(
    EntraId target, Origin origin, String issuer, String subject, List<String> audiences, String expression, List<Unread> unread,
    Condition condition) {

  TrustedCredential {
    audiences = List.copyOf(audiences);
    unread = List.copyOf(unread);
  }

  boolean isFlexible() {
    return !expression.isEmpty();
  }

  /** The credential as proof: what it asks the token for. */
  Evidence evidence() {
    String pointer = isFlexible() ? "/claimsMatchingExpression" : "/subject";
    return new Evidence(Evidence.Side.TRUST, origin.field(pointer, isFlexible() ? expression : subject), origin.scope(), origin.snapshot());
  }

  Evidence issuerEvidence() {
    return new Evidence(Evidence.Side.TRUST, origin.field("/issuer", issuer), origin.scope(), origin.snapshot());
  }

  Evidence audienceEvidence() {
    return new Evidence(Evidence.Side.TRUST, origin.field("/audiences", String.join(", ", audiences)), origin.scope(), origin.snapshot());
  }
}
