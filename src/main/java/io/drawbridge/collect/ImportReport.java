package io.drawbridge.collect;

import io.drawbridge.coverage.CoverageEntry;
import java.util.Comparator;
import java.util.List;

/**
 * What became of every input file, sorted by file.
 *
 * @param incomplete operations that a bundle's manifest says were neither read completely nor left out on purpose
 */
public record ImportReport(List<FileReport> files, List<CoverageEntry> incomplete) {

  public ImportReport {
    files = files.stream().sorted(Comparator.comparing(FileReport::file).thenComparing(FileReport::outcome)).toList();
    incomplete = incomplete.stream().distinct().sorted().toList();
  }

  public ImportReport(List<FileReport> files) {
    this(files, List.of());
  }

  public long count(FileReport.Outcome outcome) {
    return files.stream().filter(file -> file.outcome() == outcome).count();
  }

  /** Whether a file was malformed or ambiguous, or a bundle incomplete by its own account: exit code 3. */
  public boolean hasProblems() {
    return count(FileReport.Outcome.MALFORMED) + count(FileReport.Outcome.AMBIGUOUS) > 0 || !incomplete.isEmpty();
  }
}
