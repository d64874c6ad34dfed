package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.graph.Evidence;
import io.drawbridge.policy.Decision;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What one caller gains by a capability: targets with one decision.
 *
 * @param callersSide the statements of the caller's own documents and of its organization
 */
record Gains(CapabilitySet set, Decision decision, List<Evidence> callersSide, Optional<Duration> lasting) {

  Gains {
    callersSide = List.copyOf(callersSide);
  }

  /** True when nothing but the node is gained: nobody gains itself. */
  boolean isOnly(ResourceId node) {
    return set.members().size() == 1 && set.members().getFirst().id().equals(node);
  }

  /** True when the node is among what is gained without condition. */
  boolean outright(ResourceId node) {
    return decision instanceof Decision.Allowed
        && Collections.binarySearch(set.members().stream().map(CapabilitySet.Member::id).toList(), node) >= 0;
  }
}
