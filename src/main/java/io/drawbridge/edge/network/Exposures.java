package io.drawbridge.edge.network;

import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.Estate;
import java.util.List;

/**
 * The hosts that the internet reaches.
 *
 * @param gaps what could not be seen of hosts with a public address
 */
public record Exposures(List<Exposure> found, List<CoverageGap> gaps) {

  public Exposures {
    found = List.copyOf(found);
    gaps = List.copyOf(gaps);
  }

  /** Those of both clouds. */
  public static Exposures of(Estate estate) {
    return AwsExposureView.of(estate).exposures();
  }
}
