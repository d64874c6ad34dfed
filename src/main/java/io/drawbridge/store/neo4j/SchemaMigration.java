package io.drawbridge.store.neo4j;

import io.drawbridge.graph.ContentHash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings the schema of a database up to ours, one numbered change at a time.
 *
 * <p>INVARIANT: a change that was released is never edited. A database that records another text for a change was made by
 * something else; it is a cache, so it is made anew instead of being guessed at.
 */
final class SchemaMigration {

  private static final List<String> CHANGES = List.of(
      "schema/V0001__schema_version",
      "schema/V0002__node_id",
      "schema/V0003__evidence_hash",
      "schema/V0004__snapshot_id",
      "schema/V0005__snapshot_open",
      "schema/V0006__change_place",
      "schema/V0007__retired_edge",
      "schema/V0008__retired_node",
      "schema/V0009__node_name");

  private record Made(String name, String checksum) {

    static Made of(CypherStatement change) {
      return new Made(change.name(), new ContentHash().add(change.text()).hex());
    }
  }

  private SchemaMigration() {}

  /** Makes the changes that are missing; when the database records a change that is not ours, says so and makes none. */
  static Optional<String> run(Neo4jDatabase database) {
    return run(database, CHANGES.stream().map(CypherCatalog::statement).toList());
  }

  static Optional<String> run(Neo4jDatabase database, List<CypherStatement> changes) {
    SortedMap<Integer, Made> made = made(database);
    for (var found : made.entrySet()) {
      if (found.getKey() > changes.size()) {
        return Optional.of("a newer drawbridge made its schema");
      }
      if (!found.getValue().equals(Made.of(changes.get(found.getKey() - 1)))) {
        return Optional.of("change " + found.getKey() + " of its schema is not this version's");
      }
    }
    for (int number = made.size() + 1; number <= changes.size(); number++) {
      CypherStatement change = changes.get(number - 1);
      database.define(change);
      Made done = Made.of(change);
      database.write(CypherCatalog.statement("write/record-schema"), Map.of("number", number, "name", done.name, "checksum", done.checksum));
    }
    return Optional.empty();
  }

  private static SortedMap<Integer, Made> made(Neo4jDatabase database) {
    SortedMap<Integer, Made> made = new TreeMap<>();
    database.read(CypherCatalog.statement("read/schema"), Map.of()).forEach(
        row -> made.put(row.get("number").asInt(), new Made(row.get("name").asString(), row.get("checksum").asString())));
    return made;
  }
}
