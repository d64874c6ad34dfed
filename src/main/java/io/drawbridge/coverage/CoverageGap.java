package io.drawbridge.coverage;

import io.drawbridge.cloud.Scope;
import java.util.Comparator;

/**
 * Something an answer could not see, as FORMATS §4 prints it.
 *
 * @param status one of {@link CoverageStatus}, or {@code NEVER_COLLECTED}, {@code MALFORMED}, {@code UNKNOWN_REFERENCE}
 * @param age ISO-8601 duration since the last good read, or empty when there was none
 */
public record CoverageGap(
    Scope scope, String region, String operation, String resource, String status, String message, String age)
    implements Comparable<CoverageGap> {

  public static final String NEVER_COLLECTED = "NEVER_COLLECTED";
  public static final String MALFORMED = "MALFORMED";
  public static final String UNKNOWN_REFERENCE = "UNKNOWN_REFERENCE";

  private static final Comparator<CoverageGap> ORDER =
      Comparator.comparing(CoverageGap::scope)
          .thenComparing(CoverageGap::region)
          .thenComparing(CoverageGap::operation)
          .thenComparing(CoverageGap::resource)
          .thenComparing(CoverageGap::status)
          .thenComparing(CoverageGap::message);

  @Override
  public int compareTo(CoverageGap other) {
    return ORDER.compare(this, other);
  }
}
