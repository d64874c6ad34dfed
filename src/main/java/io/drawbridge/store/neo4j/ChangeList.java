package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.graph.Evidence;
import io.drawbridge.store.GraphDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Numbers the changes of a load and hands them on in batches, so that no more than one batch of rows is in memory. */
final class ChangeList {

  static final int BATCH = 2000;

  private final SnapshotId load;
  private final Consumer<List<Map<String, Object>>> sink;
  private final Map<Evidence, String> hashes = new HashMap<>();
  private List<Map<String, Object>> batch = new ArrayList<>();
  private long place;

  private ChangeList(SnapshotId load, Consumer<List<Map<String, Object>>> sink) {
    this.load = load;
    this.sink = sink;
  }

  static void of(GraphDifference difference, SnapshotId load, Consumer<List<Map<String, Object>>> sink) {
    var list = new ChangeList(load, sink);
    list.add(Change.PUT_EVIDENCE, difference.putEvidence(), EvidenceRow::of);
    list.add(Change.PUT_NODE, difference.putNodes(), NodeRow::of);
    list.add(Change.RETIRE_EDGE, difference.retireEdges(), EdgeRow::name);
    list.add(Change.PUT_EDGE, difference.putEdges(), edge -> EdgeRow.of(edge, list::hash));
    list.add(Change.RETIRE_NODE, difference.retireNodes(), node -> row("id", node.id().text()));
    list.add(Change.DROP_EVIDENCE, difference.dropEvidence(), evidence -> row("hash", EvidenceRow.hash(evidence)));
    list.flush();
  }

  private <T> void add(Change change, List<T> items, Function<T, Map<String, Object>> print) {
    for (T item : items) {
      Map<String, Object> row = print.apply(item);
      row.put("operation", change.name());
      row.put("load", load.value());
      row.put("place", place++);
      batch.add(row);
      if (batch.size() == BATCH) {
        flush();
      }
    }
  }

  private String hash(Evidence evidence) {
    return hashes.computeIfAbsent(evidence, EvidenceRow::hash);
  }

  private void flush() {
    if (!batch.isEmpty()) {
      sink.accept(batch);
      batch = new ArrayList<>();
    }
  }

  private static Map<String, Object> row(String key, String value) {
    Map<String, Object> row = new HashMap<>();
    row.put(key, value);
    return row;
  }
}
