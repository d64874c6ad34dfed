package io.drawbridge.app;

import io.drawbridge.collect.ImportReport;
import io.drawbridge.coverage.CoverageGap;
import java.io.PrintWriter;
import java.util.List;

/** What the state of inputs makes of the exit code (FORMATS §4), told to the user file by file. */
final class InputVerdict {

  private InputVerdict() {}

  /** Three when a file or an item was malformed or ambiguous, or a manifest's operation is neither complete nor skipped. */
  static ExitCode of(ImportReport report, List<CoverageGap> malformed, PrintWriter messages) {
    ImportReportText.problems(report, messages);
    malformed.forEach(gap -> messages.println(Terminal.printable(line(gap))));
    messages.flush();
    return report.hasProblems() || !malformed.isEmpty() ? ExitCode.COVERAGE : ExitCode.OK;
  }

  private static String line(CoverageGap gap) {
    return "malformed " + gap.operation() + " in " + gap.scope() + ", " + gap.resource() + ": " + gap.message();
  }
}
