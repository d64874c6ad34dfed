package io.drawbridge.collect;

import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.inventory.Document;
import java.util.List;

/**
 * What a set of files held, redacted, for parsers and for the bundle store.
 *
 * @param documents ordered: of two that speak of the same thing the later one is newer
 * @param coverage one entry per operation, scope, region and subject
 * @param gaps files and lines that could not be understood
 */
public record ImportResult(List<Document> documents, List<CoverageEntry> coverage, List<CoverageGap> gaps, ImportReport report) {

  public ImportResult {
    documents = List.copyOf(documents);
    coverage = coverage.stream().distinct().sorted().toList();
    gaps = gaps.stream().distinct().sorted().toList();
  }
}
