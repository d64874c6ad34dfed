package io.drawbridge.collect.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.ImportReport;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Imports made by hand: one call after the other. */
final class Samples {

  static final Scope ACCOUNT = Scope.account("111122223333");
  static final Scope OTHER = Scope.account("444455556666");
  static final Scope TENANT = Scope.tenant("8f1f2d0e-5d0c-4b4e-9c55-2a3f5a0c1d11");
  static final Scope SUBSCRIPTION = Scope.subscription("0a1b2c3d-0000-4000-8000-00000000000a");
  static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Document> documents = new ArrayList<>();
  private final List<CoverageEntry> coverage = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();

  static Instant day(int day) {
    return START.plusSeconds(86_400L * day);
  }

  Samples complete(Scope scope, String operation, String subject, int day, String body) {
    return read(scope, operation, subject, day, CoverageStatus.COMPLETE, body);
  }

  Samples read(Scope scope, String operation, String subject, int day, CoverageStatus status, String body) {
    try {
      documents.add(new Document(Operation.parse(operation), scope, "global", subject, new TreeMap<>(Map.of("p", "v")), JSON.readTree(body),
          new SnapshotId("s" + day), "file of day " + day));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    coverage.add(new CoverageEntry(scope, "global", Operation.parse(operation), subject, status, "", day(day)));
    return this;
  }

  Samples failed(Scope scope, String operation, String subject, int day, CoverageStatus status) {
    coverage.add(new CoverageEntry(scope, "global", Operation.parse(operation), subject, status, "not authorized", day(day)));
    return this;
  }

  Samples gap(Scope scope, String operation) {
    gaps.add(new CoverageGap(scope, "global", operation, "", CoverageGap.MALFORMED, "an item was left out", ""));
    return this;
  }

  ImportResult result() {
    return new ImportResult(documents, coverage, gaps, new ImportReport(List.of()));
  }
}
