package io.drawbridge.collect;

import java.util.Comparator;
import java.util.List;

/** What became of every input file, sorted by file. */
public record ImportReport(List<FileReport> files) {

  public ImportReport {
    files = files.stream().sorted(Comparator.comparing(FileReport::file).thenComparing(FileReport::outcome)).toList();
  }

  public long count(FileReport.Outcome outcome) {
    return files.stream().filter(file -> file.outcome() == outcome).count();
  }

  /** Whether a file was malformed or ambiguous: exit code 3. */
  public boolean hasProblems() {
    return count(FileReport.Outcome.MALFORMED) + count(FileReport.Outcome.AMBIGUOUS) > 0;
  }
}
