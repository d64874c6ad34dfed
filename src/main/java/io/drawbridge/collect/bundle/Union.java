package io.drawbridge.collect.bundle;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.Scope;
import io.drawbridge.collect.ImportReport;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The current state of an estate from all bundles ever kept: of every call the latest answer.
 *
 * <ul>
 *   <li>COMPLETE replaces what was known; a listing without a resource replaces the answers per resource too.
 *   <li>PARTIAL adds to what was known and retires nothing.
 *   <li>Any other status leaves what was known and says how old it is.
 *   <li>A listing of a whole tenant retires what its subscriptions held and it no longer lists.
 *   <li>An answer about one resource goes when a later listing of its service, which used to name the resource, no longer does.
 * </ul>
 *
 * <p>All of it follows the times of reading, not the order of loading.
 */
final class Union {

  private static final Comparator<Read> ORDER =
      Comparator.comparing((Read read) -> read.entry.readAt()).thenComparing(read -> read.bundle.hash()).thenComparing(read -> read.entry);

  private final List<StoredBundle> bundles;

  /** One call: the same call in another bundle is its earlier or later answer. */
  private record Call(Scope scope, Operation operation, String region, String resource) {
    static Call of(CoverageEntry entry) {
      return new Call(entry.scope(), entry.operation(), entry.region(), entry.resource());
    }

    static Call of(Document document) {
      return new Call(document.scope(), document.operation(), document.region(), document.subject());
    }

    Call listing() {
      return new Call(scope, operation, region, "");
    }
  }

  /** What one bundle says about one call. */
  private record Read(StoredBundle bundle, CoverageEntry entry, List<Document> documents) {
    boolean is(CoverageStatus status) {
      return entry.status() == status;
    }

    /** Whether this was read later and by another import. */
    boolean supersedes(Read other) {
      return entry.readAt().isAfter(other.entry.readAt()) && !bundle.manifest().importId().equals(other.bundle.manifest().importId());
    }
  }

  /** A call's known answers, oldest first, and its latest try. */
  private record State(List<Read> known, Read latest) {
    /** The last answer that counts; the last try where there was none. */
    Read last() {
      return known.isEmpty() ? latest : known.getLast();
    }
  }

  Union(Collection<StoredBundle> bundles) {
    this.bundles = bundles.stream().sorted(Comparator.comparing(StoredBundle::hash)).toList();
  }

  ImportResult result() {
    Map<Call, List<Read>> reads = reads();
    Map<Call, State> states = new HashMap<>();
    reads.forEach((call, all) -> states.put(call, fold(all)));
    states.entrySet().removeIf(entry -> isReplacedByListing(entry.getKey(), entry.getValue(), states));
    states.entrySet().removeIf(entry -> isGoneFromTenant(entry.getKey(), entry.getValue(), states));
    Mentions mentions = new Mentions();
    reads.values().forEach(all -> all.forEach(read -> mentions.add(read.entry, read.documents)));
    states.entrySet().removeIf(entry -> mentions.haveEnded(entry.getValue().last().entry));
    return assembled(states.values());
  }

  private Map<Call, List<Read>> reads() {
    Map<Call, List<Read>> reads = new HashMap<>();
    for (StoredBundle bundle : bundles) {
      Map<Call, List<Document>> documents = new HashMap<>();
      bundle.documents().forEach(document -> documents.computeIfAbsent(Call.of(document), none -> new ArrayList<>()).add(document));
      for (CoverageEntry entry : bundle.manifest().coverage()) {
        reads.computeIfAbsent(Call.of(entry), none -> new ArrayList<>()).add(new Read(bundle, entry, documents.getOrDefault(Call.of(entry), List.of())));
      }
    }
    reads.values().forEach(all -> all.sort(ORDER));
    return reads;
  }

  private static State fold(List<Read> all) {
    List<Read> known = new ArrayList<>();
    for (Read read : all) {
      if (read.is(CoverageStatus.COMPLETE)) {
        known.clear();
      }
      if (read.is(CoverageStatus.COMPLETE) || read.is(CoverageStatus.PARTIAL)) {
        known.add(read);
      }
    }
    return new State(List.copyOf(known), all.getLast());
  }

  private static boolean isReplacedByListing(Call call, State state, Map<Call, State> states) {
    State listing = call.resource.isEmpty() ? null : states.get(call.listing());
    return listing != null && listing.known.stream().anyMatch(read -> read.is(CoverageStatus.COMPLETE) && read.supersedes(state.last()));
  }

  private static boolean isGoneFromTenant(Call call, State state, Map<Call, State> states) {
    if (call.scope.cloud() != Cloud.AZURE) {
      return false;
    }
    return state.last().bundle.manifest().within().stream()
        .map(tenant -> states.get(new Call(Scope.tenant(tenant), call.operation, call.region, "")))
        .anyMatch(whole -> whole != null && whole.known.stream().anyMatch(read -> read.is(CoverageStatus.COMPLETE) && read.supersedes(state.last())));
  }

  private static ImportResult assembled(Collection<State> states) {
    List<CoverageEntry> coverage = new ArrayList<>();
    List<CoverageGap> gaps = new ArrayList<>();
    List<Read> used = new ArrayList<>();
    for (State state : states) {
      if (state.known.isEmpty()) {
        coverage.add(state.latest.entry);
        continue;
      }
      used.addAll(state.known);
      coverage.add(state.known.getLast().entry);
      if (!state.latest.entry.equals(state.known.getLast().entry)) {
        gaps.add(stale(state));
      }
    }
    used.sort(ORDER);
    used.forEach(read -> gaps.addAll(read.bundle.manifest().gaps().stream().filter(gap -> isAbout(gap, read.entry)).toList()));
    return new ImportResult(new InOrder(used).documents(), coverage, gaps, new ImportReport(List.of()));
  }

  /** Documents, the newer ones last: of one bundle as they stand in it, of several by the times of their calls. */
  private static final class InOrder {

    private final List<Placed> placed = new ArrayList<>();

    private record Placed(Instant readAt, String bundle, int place, Document document) {}

    InOrder(List<Read> used) {
      Map<StoredBundle, Map<Call, Instant>> times = new LinkedHashMap<>();
      used.forEach(read -> times.computeIfAbsent(read.bundle, none -> new HashMap<>()).put(Call.of(read.entry), read.entry.readAt()));
      times.forEach(this::place);
    }

    /** A call has one time and perhaps several documents: one that stands before an older one is itself not newer. */
    private void place(StoredBundle bundle, Map<Call, Instant> times) {
      Instant atMost = Instant.MAX;
      for (int i = bundle.documents().size() - 1; i >= 0; i--) {
        Instant at = times.get(Call.of(bundle.documents().get(i)));
        if (at != null) {
          atMost = at.isBefore(atMost) ? at : atMost;
          placed.add(new Placed(atMost, bundle.hash(), i, bundle.documents().get(i)));
        }
      }
    }

    List<Document> documents() {
      return placed.stream()
          .sorted(Comparator.comparing(Placed::readAt).thenComparing(Placed::bundle).thenComparingInt(Placed::place))
          .map(Placed::document)
          .toList();
    }
  }

  private static boolean isAbout(CoverageGap gap, CoverageEntry entry) {
    return gap.operation().equals(entry.operation().toString()) && gap.region().equals(entry.region()) && gap.resource().equals(entry.resource());
  }

  /** The last good answer stands, and the gap says how old it was when a later try failed. */
  private static CoverageGap stale(State state) {
    CoverageEntry failed = state.latest.entry;
    String age = Duration.between(state.last().entry.readAt(), failed.readAt()).toString();
    return new CoverageGap(failed.scope(), failed.region(), failed.operation().toString(), failed.resource(), failed.status().name(), failed.message(), age);
  }
}
