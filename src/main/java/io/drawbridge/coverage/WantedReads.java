package io.drawbridge.coverage;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The read operations that the rules want, and how much of them a load has (FORMATS §4, completeness).
 *
 * <p>A listing is wanted in every scope of its provider that anything was read of; what an organization or a tenant says is
 * wanted once for all of them. A call per resource is wanted where the rule that misses it says so, for only the rule knows for
 * which resources.
 */
public record WantedReads(SortedSet<Operation> operations) {

  private static final int ALL = 100;

  /** Services of which one account answers for its whole organization. */
  private static final Set<String> OF_ORGANIZATIONS = Set.of("organizations", "sso-admin", "identitystore");

  public WantedReads {
    operations = new TreeSet<>(operations);
  }

  /**
   * Counts what was read.
   *
   * @param within a scope that may have been read as part of another, and that other: a subscription and its tenant
   * @param more gaps that rules found: they leave no hundred percent
   * @param now for the age of what was read before
   */
  public Completeness in(Coverage coverage, Map<Scope, Scope> within, Collection<CoverageGap> more, Instant now) {
    List<CoverageGap> gaps = new ArrayList<>(more);
    gaps.addAll(coverage.malformed());
    int wanted = 0;
    int read = 0;
    for (Operation operation : operations) {
      for (List<Scope> place : places(operation, coverage, within)) {
        List<CoverageEntry> entries = place.stream().flatMap(scope -> coverage.entries(scope, operation).stream()).toList();
        if (entries.isEmpty() && operation.perResource()) {
          continue;
        }
        List<CoverageGap> missing = gaps(operation, place, entries, now);
        wanted++;
        read += missing.isEmpty() ? 1 : 0;
        gaps.addAll(missing);
      }
    }
    return new Completeness(wanted == 0 ? ALL : read * ALL / wanted, gaps);
  }

  /** Groups of scopes; one of a group is enough. */
  private static List<List<Scope>> places(Operation operation, Coverage coverage, Map<Scope, Scope> within) {
    List<Scope> scopes = coverage.scopes().stream().filter(scope -> concerns(operation, scope)).toList();
    if (OF_ORGANIZATIONS.contains(operation.service()) && !scopes.isEmpty()) {
      return List.of(scopes);
    }
    return scopes.stream().map(scope -> Stream.concat(Stream.of(scope), Stream.ofNullable(within.get(scope))).toList()).toList();
  }

  private static boolean concerns(Operation operation, Scope scope) {
    return switch (operation.service()) {
      case "graph" -> scope.cloud() == Cloud.ENTRA;
      case "arm" -> scope.cloud() == Cloud.AZURE && scope.id().startsWith("/subscriptions/");
      default -> scope.cloud() == Cloud.AWS;
    };
  }

  private static List<CoverageGap> gaps(Operation operation, List<Scope> place, List<CoverageEntry> entries, Instant now) {
    if (entries.isEmpty()) {
      return List.of(new CoverageGap(place.getFirst(), "", operation.toString(), "", CoverageGap.NEVER_COLLECTED, "it was never collected", ""));
    }
    return entries.stream().filter(WantedReads::isGap).map(entry -> gap(entry, now)).toList();
  }

  private static boolean isGap(CoverageEntry entry) {
    return switch (entry.status()) {
      case COMPLETE, SKIPPED -> false;
      case PARTIAL, DENIED, THROTTLED, FAILED -> true;
    };
  }

  private static CoverageGap gap(CoverageEntry entry, Instant now) {
    Duration age = Duration.between(entry.readAt(), now);
    String text = age.isNegative() ? "" : Duration.ofSeconds(age.toSeconds()).toString();
    return new CoverageGap(entry.scope(), entry.region(), entry.operation().toString(), entry.resource(), entry.status().name(), entry.message(), text);
  }
}
