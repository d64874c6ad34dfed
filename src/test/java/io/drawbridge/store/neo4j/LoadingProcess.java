package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.RandomGraphs;
import io.drawbridge.graph.Graph;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A process that owns a child, loads a small graph and then a large one, and is killed during the second. */
final class LoadingProcess {

  static final SnapshotId FIRST = new SnapshotId("20261124T020000Z-00000001");
  static final SnapshotId SECOND = new SnapshotId("20261124T030000Z-00000002");
  static final Completeness COMPLETE = new Completeness(100, List.of());

  private LoadingProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
    try (GraphStore store = Neo4jStores.child(data, SharedNeo4j.jars(), Clock.systemUTC())) {
      store.load(small(), FIRST, COMPLETE);
      store.load(large(), SECOND, COMPLETE);
      Thread.sleep(600_000);
    }
  }

  static Graph small() {
    return RandomGraphs.of(1, 20, 60);
  }

  static Graph large() {
    return RandomGraphs.of(2, 3000, 40_000);
  }

  static Graph other() {
    return RandomGraphs.of(3, 30, 90);
  }
}
