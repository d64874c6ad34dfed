package io.drawbridge.app;

import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.FileReport.Outcome;
import io.drawbridge.collect.ImportReport;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says per file what an import made of it. */
final class ImportReportText {

  private ImportReportText() {}

  /** Only what needs attention: files that were malformed or ambiguous. */
  static void problems(ImportReport report, PrintWriter out) {
    report.files().stream()
        .filter(file -> file.outcome() == Outcome.MALFORMED || file.outcome() == Outcome.AMBIGUOUS)
        .forEach(file -> out.println(line(file)));
    out.flush();
  }

  /** Every file, and the counts. */
  static void all(ImportReport report, PrintWriter out) {
    report.files().forEach(file -> out.println(line(file)));
    out.println(counts(report));
    out.flush();
  }

  static String counts(ImportReport report) {
    StringBuilder counts = new StringBuilder(report.files().size() + " files");
    for (Outcome outcome : Outcome.values()) {
      counts.append(", ").append(report.count(outcome)).append(' ').append(word(outcome));
    }
    return counts.toString();
  }

  private static String line(FileReport file) {
    String what = file.outcome() == Outcome.RECOGNISED
        ? file.recognised().stream().map(ImportReportText::share).collect(Collectors.joining("; "))
        : file.message();
    return Terminal.printable(word(file.outcome()) + " " + file.file() + ": " + what);
  }

  private static String share(FileReport.Recognised share) {
    String subject = share.subject().isEmpty() ? "" : " of " + share.subject();
    return share.items() + " × " + share.operation() + subject + " in " + share.scope();
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
