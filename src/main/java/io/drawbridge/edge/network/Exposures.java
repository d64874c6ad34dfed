package io.drawbridge.edge.network;

import io.drawbridge.coverage.CoverageGap;
import java.util.List;

/**
 * Every exposure of one cloud's hosts.
 *
 * @param gaps what could not be seen of hosts with a public address
 */
record Exposures(List<Exposure> found, List<CoverageGap> gaps) {

  Exposures {
    found = List.copyOf(found);
    gaps = List.copyOf(gaps);
  }
}
