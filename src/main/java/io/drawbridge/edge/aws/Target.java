package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a capability gains, and everything that must be allowed for it.
 *
 * @param demands all must be allowed; the first is on the resource itself
 * @param facts what else shows that it works, and what of the resource's side was never collected
 * @param unreadable what of the resource's side exists and could not be read
 * @param homeOnly true when nobody outside the resource's account gets in, whatever its policy says
 * @param lasting how long the gain outlives the caller's credential
 */
record Target(ResourceId node, List<Demand> demands, Proof facts, List<Requirement> unreadable, boolean homeOnly, Optional<Duration> lasting) {

  Target {
    demands = List.copyOf(demands);
    unreadable = List.copyOf(unreadable);
  }

  static Target of(ResourceId node, List<Demand> demands) {
    return new Target(node, demands, Proof.of(List.of()), List.of(), false, Optional.empty());
  }

  /** The same with sides that were never collected. */
  Target unread(List<Unread> unread) {
    return unread.isEmpty() ? this : new Target(node, demands, facts.and(new Proof(List.of(), unread)), unreadable, homeOnly, lasting);
  }

  String account() {
    return demands.getFirst().account();
  }
}
