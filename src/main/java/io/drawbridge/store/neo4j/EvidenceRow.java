package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.graph.Evidence;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.driver.Value;

/** Evidence as an {@code Evidence} node, known by the hash of everything but the snapshot that it was first read in. */
final class EvidenceRow {

  private static final int DIGITS = 32;

  private EvidenceRow() {}

  static String hash(Evidence evidence) {
    StatementRef statement = evidence.statement();
    return new ContentHash()
        .add(evidence.side().name())
        .add(statement.document().id())
        .add(statement.document().kind())
        .add(statement.pointer())
        .add(statement.label())
        .add(statement.excerpt())
        .add(evidence.scope().cloud().name())
        .add(evidence.scope().id())
        .hex()
        .substring(0, DIGITS);
  }

  static Map<String, Object> of(Evidence evidence) {
    StatementRef statement = evidence.statement();
    Map<String, Object> row = new HashMap<>();
    row.put("hash", hash(evidence));
    row.put("side", evidence.side().name());
    row.put("document", statement.document().id());
    row.put("documentKind", statement.document().kind());
    row.put("pointer", statement.pointer());
    row.put("name", statement.label());
    row.put("excerpt", statement.excerpt());
    row.put("scopeCloud", evidence.scope().cloud().name());
    row.put("scope", evidence.scope().id());
    row.put("snapshot", evidence.snapshot().value());
    return row;
  }

  static Evidence read(Value row) {
    var document = new DocumentRef(row.get("document").asString(), row.get("documentKind").asString());
    var statement = new StatementRef(document, row.get("pointer").asString(), row.get("name").asString(), row.get("excerpt").asString());
    var scope = new Scope(Cloud.valueOf(row.get("scopeCloud").asString()), row.get("scope").asString());
    return new Evidence(Evidence.Side.valueOf(row.get("side").asString()), statement, scope, new SnapshotId(row.get("snapshot").asString()));
  }
}
