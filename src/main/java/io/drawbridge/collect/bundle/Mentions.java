package io.drawbridge.collect.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which resources the complete listings of a service name, over time: a bucket that {@code list-buckets} named once and no longer
 * names is gone, and its policy with it.
 *
 * <p>A resource that no listing ever named by the very text of its answers is left alone: nothing is known of its end.
 */
final class Mentions {

  private record Service(Scope scope, String service, String region) {}

  private record Listing(Operation operation, Instant readAt, List<Document> documents) {}

  private final Map<Service, List<Listing>> listings = new HashMap<>();
  private final Map<Service, Ended> ended = new HashMap<>();

  /** Texts that were named before, with the moment from which they no longer were. */
  private record Ended(Map<String, Instant> since) {}

  void add(CoverageEntry entry, List<Document> documents) {
    if (entry.resource().isEmpty() && entry.status() == CoverageStatus.COMPLETE) {
      listings.computeIfAbsent(service(entry), none -> new ArrayList<>()).add(new Listing(entry.operation(), entry.readAt(), documents));
    }
  }

  /** Whether an answer about one resource is older than the listing that stopped naming the resource. */
  boolean haveEnded(CoverageEntry entry) {
    if (entry.resource().isEmpty()) {
      return false;
    }
    Instant since = ended.computeIfAbsent(service(entry), this::ended).since.get(entry.resource());
    return since != null && entry.readAt().isBefore(since);
  }

  private static Service service(CoverageEntry entry) {
    return new Service(entry.scope(), entry.operation().service(), entry.region());
  }

  private Ended ended(Service service) {
    Map<Operation, List<Listing>> byOperation = new HashMap<>();
    listings.getOrDefault(service, List.of()).forEach(one -> byOperation.computeIfAbsent(one.operation, none -> new ArrayList<>()).add(one));
    Map<String, Instant> since = new HashMap<>();
    Set<String> current = new HashSet<>();
    for (List<Listing> all : byOperation.values()) {
      all.sort(Comparator.comparing(Listing::readAt));
      Listing latest = all.getLast();
      Set<String> before = new HashSet<>();
      all.subList(0, all.size() - 1).forEach(one -> one.documents.forEach(document -> collect(document.body(), before)));
      latest.documents.forEach(document -> collect(document.body(), current));
      before.forEach(text -> since.merge(text, latest.readAt, (one, other) -> one.isBefore(other) ? one : other));
    }
    since.keySet().removeAll(current);
    return new Ended(since);
  }

  private static void collect(JsonNode node, Set<String> texts) {
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(child -> collect(child, texts));
  }
}
