package io.drawbridge.analysis.blastradius;

import io.drawbridge.analysis.Premises;
import io.drawbridge.cloud.ResourceId;
import java.util.List;

/**
 * What can somebody reach who holds these?
 *
 * @param from at least one
 */
public record BlastRadiusQuestion(List<ResourceId> from, Premises premises) {

  public BlastRadiusQuestion {
    from = from.stream().distinct().sorted().toList();
    if (from.isEmpty()) {
      throw new IllegalArgumentException("a blast radius starts somewhere");
    }
  }
}
