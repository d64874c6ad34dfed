package io.drawbridge.edge;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;

/** Words what a rule could not see: never collected, kept from us, or read without the item that something refers to. */
public final class Gaps {

  private Gaps() {}

  /**
   * The gap of a side that was needed.
   *
   * @param resource what the side is about: an id, or empty for a whole listing
   * @param message what is not known because of it
   */
  public static CoverageGap of(Estate estate, Scope scope, Operation operation, String resource, String message) {
    Reading reading = estate.coverage().reading(scope, operation, resource);
    String status = switch (reading) {
      case NEVER_COLLECTED -> CoverageGap.NEVER_COLLECTED;
      case READ -> CoverageGap.UNKNOWN_REFERENCE;
      case UNREADABLE -> failure(estate, scope, operation, resource);
    };
    return new CoverageGap(scope, CoverageEntry.GLOBAL, operation.toString(), resource, status, message, "");
  }

  private static String failure(Estate estate, Scope scope, Operation operation, String resource) {
    return estate.coverage().entries().stream()
        .filter(entry -> entry.scope().equals(scope) && entry.operation().equals(operation))
        .filter(entry -> entry.resource().isEmpty() || entry.resource().equals(resource))
        .map(entry -> entry.status().name())
        .findFirst()
        .orElse(CoverageStatus.FAILED.name());
  }
}
