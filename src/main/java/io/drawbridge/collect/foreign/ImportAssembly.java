package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportReport;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.InputFile;
import io.drawbridge.collect.Redaction;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts documents, coverage and reports of many files together; everything passes the redaction here. */
final class ImportAssembly {

  private static final String MORE = "the answer says that there is more: ask for all pages";

  private final ImportOptions options;
  private final Redaction redaction;
  private final List<Dated> documents = new ArrayList<>();
  private final Map<Subject, Read> reads = new HashMap<>();
  private final List<CoverageEntry> coverage = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();
  private final List<FileReport> reports = new ArrayList<>();
  private final List<CoverageEntry> incomplete = new ArrayList<>();

  /**
   * A document and what orders it.
   *
   * @param place among the documents of its file
   */
  private record Dated(Instant modified, String file, int place, Document document) {}

  private record Subject(Scope scope, String region, Operation operation, String subject) {}

  /** How far the pages of one answer go: complete once the last is among them. */
  private record Read(boolean complete, Instant at) {
    Read and(Read other) {
      return new Read(complete || other.complete, at.isAfter(other.at) ? at : other.at);
    }
  }

  ImportAssembly(ImportOptions options) {
    this.options = options;
    this.redaction = new Redaction(options.joinKey());
  }

  void report(FileReport report) {
    reports.add(report);
  }

  /** Adds what a container held, as it stands; its documents keep their order among themselves. */
  void add(ImportResult result) {
    Map<Subject, Instant> readAt = new HashMap<>();
    result.coverage().forEach(entry -> readAt.put(new Subject(entry.scope(), entry.region(), entry.operation(), entry.resource()), entry.readAt()));
    String container = result.report().files().stream().map(FileReport::file).findFirst().orElse("");
    Instant atMost = Instant.MAX;
    for (int i = result.documents().size() - 1; i >= 0; i--) {
      Document document = result.documents().get(i);
      Instant at = readAt.getOrDefault(new Subject(document.scope(), document.region(), document.operation(), document.subject()), Instant.EPOCH);
      atMost = at.isBefore(atMost) ? at : atMost;
      documents.add(new Dated(atMost, container, i, document));
    }
    coverage.addAll(result.coverage());
    gaps.addAll(result.gaps());
    reports.addAll(result.report().files());
    incomplete.addAll(result.report().incomplete());
  }

  /**
   * Adds one recognised file.
   *
   * @param note what was left out of it, or empty
   */
  void add(InputFile file, List<Found> found, String note) {
    Map<Recognition, Integer> counts = new TreeMap<>(Comparator.comparing(Recognition::toString));
    for (Found one : found) {
      JsonNode body = redaction.redact(one.operation(), one.body());
      documents.add(new Dated(file.modified(), file.display(), documents.size(), new Document(one.operation(), one.scope(), one.region(), one.subject(),
          new TreeMap<>(one.parameters()), body, options.snapshot(), file.display())));
      reads.merge(new Subject(one.scope(), one.region(), one.operation(), one.subject()),
          new Read(one.status() == CoverageStatus.COMPLETE, file.modified()), Read::and);
      counts.merge(new Recognition(one.operation(), one.scope(), one.region(), one.subject()), one.items(), Integer::sum);
    }
    reports.add(new FileReport(file.display(), FileReport.Outcome.RECOGNISED,
        counts.entrySet().stream().map(entry -> entry.getKey().counted(entry.getValue())).toList(), note));
  }

  private record Recognition(Operation operation, Scope scope, String region, String subject) {
    FileReport.Recognised counted(int items) {
      return new FileReport.Recognised(operation, scope, region, subject, items);
    }
  }

  ImportResult finish() {
    reads.forEach((subject, read) -> coverage.add(new CoverageEntry(subject.scope, subject.region, subject.operation, subject.subject,
        read.complete ? CoverageStatus.COMPLETE : CoverageStatus.PARTIAL, read.complete ? "" : MORE, read.at)));
    List<Document> ordered = documents.stream()
        .sorted(Comparator.comparing(Dated::modified).thenComparing(Dated::file).thenComparingInt(Dated::place))
        .map(Dated::document)
        .toList();
    return new ImportResult(ordered, coverage, gaps, new ImportReport(reports, incomplete));
  }
}
