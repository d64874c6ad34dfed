package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.ResourceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Reach and shortest paths as Cypher answers them: what the engine's answers are held against, and what analysts start from.
 *
 * <p>Every relationship through which control passes is one hop, into and out of a capability set too. Conditions and costs play
 * no part.
 */
final class CypherSearch {

  private final Neo4jDatabase database;

  CypherSearch(Neo4jDatabase database) {
    this.database = database;
  }

  /** What can be gained from any of the nodes, with the fewest hops to it, in order of id; the starts are 0 hops away. */
  Map<ResourceId, Integer> reach(Collection<ResourceId> from) {
    Map<ResourceId, Integer> hops = new LinkedHashMap<>();
    var parameters = Map.<String, Object>of("from", from.stream().map(ResourceId::text).toList());
    database.read(CypherCatalog.statement("read/reach"), parameters).forEach(
        row -> hops.put(Ids.parse(row.get("id").asString()), row.get("hops").asInt()));
    return hops;
  }

  /** The fewest hops between two nodes, or empty when there is no way. */
  OptionalInt shortest(ResourceId from, ResourceId to) {
    return database.read(CypherCatalog.statement("read/shortest"), Map.of("from", from.text(), "to", to.text())).stream()
        .mapToInt(row -> row.get("hops").asInt())
        .findFirst();
  }
}
