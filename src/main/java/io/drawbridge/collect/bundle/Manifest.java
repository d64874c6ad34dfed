package io.drawbridge.collect.bundle;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a bundle says about itself.
 *
 * @param importId equal for the bundles of one import, which is split by scope
 * @param within tenants whose whole estate the import read: what it did not find there is gone
 * @param files every other file, with its checksum
 */
record Manifest(String importId, List<String> within, List<CoverageEntry> coverage, List<CoverageGap> gaps, List<Part> files) {

  static final String NAME = "manifest.json";
  static final String FORMAT = "drawbridge-bundle";

  /** Readers refuse a newer one; fields may be added without changing it. */
  static final int VERSION = 1;

  /** One operation's documents, a line each. */
  record Part(String path, int documents, String sha256) {}

  Manifest {
    within = within.stream().distinct().sorted().toList();
    coverage = coverage.stream().distinct().sorted().toList();
    gaps = gaps.stream().distinct().sorted().toList();
    files = List.copyOf(files);
  }

  SortedSet<Scope> scopes() {
    SortedSet<Scope> scopes = new TreeSet<>();
    coverage.forEach(entry -> scopes.add(entry.scope()));
    return scopes;
  }

  SortedSet<String> regions() {
    SortedSet<String> regions = new TreeSet<>();
    coverage.forEach(entry -> regions.add(entry.region()));
    return regions;
  }

  Instant firstRead() {
    return coverage.stream().map(CoverageEntry::readAt).min(Instant::compareTo).orElse(Instant.EPOCH);
  }

  Instant lastRead() {
    return coverage.stream().map(CoverageEntry::readAt).max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}
