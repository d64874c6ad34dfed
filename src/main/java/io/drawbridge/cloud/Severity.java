package io.drawbridge.cloud;

/** How bad a finding or a path is, worst first. */
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW
}
