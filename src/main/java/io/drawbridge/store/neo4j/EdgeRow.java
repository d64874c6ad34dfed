package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.Scope;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An edge as a relationship: the type is its kind, the evidence is named by hash.
 *
 * <p>What a condition asks is there twice: {@code condition} for people, {@code conditionJson} to read it back. An edge without
 * condition has neither. {@code unread} holds {@code <cloud> <scope> <operation>}.
 */
final class EdgeRow {

  private EdgeRow() {}

  /** What finds the edge: enough to retire it. */
  static Map<String, Object> name(Edge edge) {
    Map<String, Object> row = new HashMap<>();
    row.put("key", edge.key().value());
    row.put("from", edge.from().text());
    row.put("to", edge.to().text());
    row.put("kind", edge.kind().name());
    return row;
  }

  /** Everything about the edge; {@code hashes} gives the hash of evidence. */
  static Map<String, Object> of(Edge edge, Function<Evidence, String> hashes) {
    Map<String, Object> row = name(edge);
    row.put("technique", edge.technique());
    row.put("class", edge.kind().edgeClass().name());
    row.put("cost", edge.cost());
    row.put("evidence", edge.proof().evidence().stream().map(hashes).distinct().toList());
    row.put("unread", edge.proof().unread().stream().map(EdgeRow::text).toList());
    edge.outlives().ifPresent(duration -> row.put("outlives", duration.toString()));
    if (!edge.condition().isNone()) {
      row.put("condition", edge.condition().atoms().stream().map(Atom::text).collect(Collectors.joining("; ")));
      row.put("conditionJson", ConditionJson.print(edge.condition()));
    }
    return row;
  }

  static Edge read(Record found, Map<String, Evidence> evidence) {
    Value row = found.get("edge");
    var proof = new Proof(
        row.get("evidence").asList(hash -> evidence.get(hash.asString())), row.get("unread").asList(unread -> unread(unread.asString())));
    return new Edge(
        Ids.parse(found.get("from").asString()),
        Ids.parse(found.get("to").asString()),
        EdgeKind.valueOf(found.get("kind").asString()),
        row.get("technique").asString(),
        ConditionJson.parse(row.get("conditionJson").asString("[]")),
        proof,
        row.get("cost").asInt(),
        row.get("outlives").isNull() ? null : Duration.parse(row.get("outlives").asString()));
  }

  private static String text(Unread unread) {
    return unread.scope().cloud().name() + " " + unread.scope().id() + " " + unread.operation();
  }

  private static Unread unread(String text) {
    int first = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    return new Unread(new Scope(Cloud.valueOf(text.substring(0, first)), text.substring(first + 1, last)), text.substring(last + 1));
  }
}
