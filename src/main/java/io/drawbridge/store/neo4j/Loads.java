package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.store.GraphDifference;
import io.drawbridge.store.SnapshotState;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** Carries loads out in the database, in steps that each can be repeated. */
final class Loads {

  private static final int DELETED_AT_ONCE = 10_000;

  private final Neo4jDatabase database;

  Loads(Neo4jDatabase database) {
    this.database = database;
  }

  List<SnapshotRow> newestFirst(int limit) {
    return database.read(CypherCatalog.statement("read/snapshots"), Map.of("limit", limit)).stream()
        .map(row -> SnapshotRow.read(row.get("snapshot")))
        .toList();
  }

  /** Stages, applies and publishes. */
  void run(SnapshotRow load, GraphDifference difference) {
    SnapshotId id = load.summary().id();
    stage(load, difference);
    beginApplying(id);
    apply(id);
  }

  /** Writes all changes down; what dies before {@link #beginApplying} never was. */
  void stage(SnapshotRow load, GraphDifference difference) {
    database.write(CypherCatalog.statement("write/open-snapshot"), load.parameters());
    CypherStatement stage = CypherCatalog.statement("write/stage-changes");
    ChangeList.of(difference, load.summary().id(), batch -> database.write(stage, Map.of("changes", batch)));
  }

  /** From here on the load will be finished, by whoever comes next. */
  void beginApplying(SnapshotId load) {
    if (database.write(CypherCatalog.statement("write/begin-applying"), Map.of("id", load.value())).isEmpty()) {
      throw new DrawbridgeException(
          ErrorCode.BACKEND_UNAVAILABLE, "another drawbridge took over the database during this load: run the command again when it is done");
    }
  }

  /** Drops loads that died while they were staged, and finishes the ones that died later. */
  void settle() {
    for (Record open : database.read(CypherCatalog.statement("read/open-snapshots"), Map.of())) {
      var id = new SnapshotId(open.get("id").asString());
      switch (SnapshotState.valueOf(open.get("state").asString())) {
        case STAGED -> database.write(CypherCatalog.statement("write/drop-snapshot"), Map.of("id", id.value()));
        case APPLYING -> apply(id);
        case PUBLISHED -> throw new IllegalStateException("a published load is never open");
      }
    }
    repeat(CypherCatalog.statement("write/drop-changes"));
  }

  /** Empties the database but for its schema. */
  void clear() {
    repeat(CypherCatalog.statement("write/clear"));
  }

  private void apply(SnapshotId load) {
    database.read(CypherCatalog.statement("read/operations"), Map.of("load", load.value())).forEach(row ->
        apply(load, Change.valueOf(row.get("operation").asString()), row.get("first").asLong(), row.get("end").asLong()));
    database.write(CypherCatalog.statement("write/publish-snapshot"), Map.of("id", load.value()));
    repeat(CypherCatalog.statement("write/drop-changes"));
  }

  private void apply(SnapshotId load, Change change, long first, long end) {
    for (long place = first; place < end; place += ChangeList.BATCH) {
      long last = Math.min(end, place + ChangeList.BATCH);
      database.write(change.statement(), Map.of("load", load.value(), "first", place, "end", last));
    }
  }

  private void repeat(CypherStatement deletion) {
    long deleted;
    do {
      deleted = database.write(deletion, Map.of("limit", DELETED_AT_ONCE)).getFirst().get("deleted").asLong();
    } while (deleted > 0);
  }
}
