package io.drawbridge.edge;

import io.drawbridge.coverage.CoverageGap;
import java.util.List;

/**
 * What authorization alone says of one question: who may do something, or what somebody may do. Techniques and paths are not asked.
 *
 * @param rulings possible ones, and what is taken back from a wider one; sorted
 * @param gaps what was not read and could change the answer
 * @param truncated true when there was more than one answer holds
 */
public record Access(List<AccessRuling> rulings, List<CoverageGap> gaps, boolean truncated) {

  public Access {
    rulings = List.copyOf(rulings);
    gaps = List.copyOf(gaps);
  }
}
