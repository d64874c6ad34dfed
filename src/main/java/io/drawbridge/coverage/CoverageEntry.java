package io.drawbridge.coverage;

import io.drawbridge.cloud.Scope;
import java.time.Instant;
import java.util.Comparator;

/**
 * What came of one operation in one scope and region, and for calls per resource of one resource.
 *
 * @param region the region, or {@code global}
 * @param resource the subject of a call per resource as its file or parameter names it, or empty
 * @param message the provider's error, or empty; never a secret
 */
public record CoverageEntry(
    Scope scope, String region, Operation operation, String resource, CoverageStatus status, String message, Instant readAt)
    implements Comparable<CoverageEntry> {

  public static final String GLOBAL = "global";

  private static final Comparator<CoverageEntry> ORDER =
      Comparator.comparing(CoverageEntry::scope)
          .thenComparing(CoverageEntry::region)
          .thenComparing(CoverageEntry::operation)
          .thenComparing(CoverageEntry::resource)
          .thenComparing(CoverageEntry::status)
          .thenComparing(CoverageEntry::message)
          .thenComparing(CoverageEntry::readAt);

  @Override
  public int compareTo(CoverageEntry other) {
    return ORDER.compare(this, other);
  }
}
