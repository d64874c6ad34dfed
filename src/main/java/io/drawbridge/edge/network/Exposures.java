package io.drawbridge.edge.network;

import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.Estate;
import java.util.List;
import java.util.stream.Stream;

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
    Exposures aws = AwsExposureView.of(estate).exposures();
    Exposures azure = AzureExposureView.of(estate).exposures();
    return new Exposures(both(aws.found, azure.found), both(aws.gaps, azure.gaps));
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
