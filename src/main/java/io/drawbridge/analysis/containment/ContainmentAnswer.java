package io.drawbridge.analysis.containment;

import io.drawbridge.analysis.LeftOut;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Completeness;
import java.util.List;

/**
 * Plans by goal, and what could be reached before any of them.
 *
 * @param reachable what of the protected could be reached before, sorted
 */
public record ContainmentAnswer(
    List<ResourceId> identities, List<ContainmentPlan> plans, List<ResourceId> reachable, Completeness completeness, LeftOut leftOut) {

  public ContainmentAnswer {
    identities = List.copyOf(identities);
    plans = List.copyOf(plans);
    reachable = List.copyOf(reachable);
  }
}
