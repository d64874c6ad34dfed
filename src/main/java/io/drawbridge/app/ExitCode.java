package io.drawbridge.app;

/** The exit codes that scripts rely on (FORMATS §4), in the order in which they win over each other. */
enum ExitCode {
  USAGE(2),
  BACKEND(4),
  COVERAGE(3),
  RISK(1),
  OK(0);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** The one of the two that a command ends with. */
  ExitCode or(ExitCode other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
