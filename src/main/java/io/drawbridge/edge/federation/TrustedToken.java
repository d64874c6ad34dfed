package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import java.util.List;
import java.util.SortedMap;

/**
 * A token that somebody can obtain, to be held against a trust.
 *
 * @param holder the node whose control gives the token
 * @param claims claim values by name, as the issuer would put them; the caller's free choices are chosen already. What is no claim and known of the request
 *     stands under its whole condition key
 * @param facts what shows that the holder can have it
 * @param condition what must hold for the holder to have it
 */
record TrustedToken(
    ResourceId holder, SortedMap<String, List<String>> claims, List<Evidence> facts, Condition condition) {

  TrustedToken {
    facts = List.copyOf(facts);
  }
}
