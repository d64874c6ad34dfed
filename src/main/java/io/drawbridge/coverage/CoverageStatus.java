package io.drawbridge.coverage;

/** How far one operation in one place got. */
public enum CoverageStatus {
  COMPLETE,
  PARTIAL,
  DENIED,
  THROTTLED,
  FAILED,
  SKIPPED
}
