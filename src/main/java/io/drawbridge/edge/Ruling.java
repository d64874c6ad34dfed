package io.drawbridge.edge;

import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Decision;

/**
 * What an authorization view says of one request of the estate.
 *
 * @param proof the deciding statements as evidence, and the restricting sides that were never collected
 */
public record Ruling(Decision decision, Proof proof) {

  public boolean possible() {
    return decision.possible();
  }
}
