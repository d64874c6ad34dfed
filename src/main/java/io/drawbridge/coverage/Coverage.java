package io.drawbridge.coverage;

import io.drawbridge.cloud.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was read, over all scopes of a load; answers which sides an edge rule may rely on. */
public final class Coverage {

  private final List<CoverageEntry> entries;
  private final List<CoverageGap> malformed;
  private final Map<ScopedOperation, Set<String>> completeSubjects = new HashMap<>();
  private final Map<ScopedOperation, Set<String>> failedSubjects = new HashMap<>();

  private final Map<ScopedOperation, List<CoverageEntry>> byOperation = new HashMap<>();

  private record ScopedOperation(Scope scope, Operation operation) {}

  /** How much of a side was read. */
  public enum Reading {
    READ,
    /** It exists, but the provider or a fault kept us out. */
    UNREADABLE,
    NEVER_COLLECTED
  }

  /**
   * @param malformed documents or items that could not be understood
   */
  public Coverage(Collection<CoverageEntry> entries, Collection<CoverageGap> malformed) {
    this.entries = entries.stream().distinct().sorted().toList();
    this.malformed = malformed.stream().distinct().sorted().toList();
    for (CoverageEntry entry : this.entries) {
      var key = new ScopedOperation(entry.scope(), entry.operation());
      byOperation.computeIfAbsent(key, none -> new ArrayList<>()).add(entry);
      boolean read = entry.status() == CoverageStatus.COMPLETE || entry.status() == CoverageStatus.PARTIAL;
      (read ? completeSubjects : failedSubjects).computeIfAbsent(key, none -> new HashSet<>()).add(entry.resource());
    }
  }

  public List<CoverageEntry> entries() {
    return entries;
  }

  /** What came of one operation in one scope, in any region and for any resource. */
  public List<CoverageEntry> entries(Scope scope, Operation operation) {
    return List.copyOf(byOperation.getOrDefault(new ScopedOperation(scope, operation), List.of()));
  }

  public List<CoverageGap> malformed() {
    return malformed;
  }

  /** The scopes that anything was read of. */
  public SortedSet<Scope> scopes() {
    SortedSet<Scope> scopes = new TreeSet<>();
    entries.forEach(entry -> scopes.add(entry.scope()));
    return scopes;
  }

  /** How much of a listing was read in a scope, in any region. */
  public Reading reading(Scope scope, Operation operation) {
    return reading(scope, operation, "");
  }

  /** How much of a call per resource was read; a listing read without a subject covers every subject. */
  public Reading reading(Scope scope, Operation operation, String resource) {
    var key = new ScopedOperation(scope, operation);
    Set<String> complete = completeSubjects.getOrDefault(key, Set.of());
    if (complete.contains(resource) || complete.contains("")) {
      return Reading.READ;
    }
    Set<String> failed = failedSubjects.getOrDefault(key, Set.of());
    return failed.contains(resource) || failed.contains("") ? Reading.UNREADABLE : Reading.NEVER_COLLECTED;
  }
}
