package io.drawbridge.store;

import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.Graph;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the graph of the published snapshot, and publishes the next one.
 *
 * <p>INVARIANT: what readers answer from changes as one step, from the image before a load to the image after it, whatever dies
 * in between. The order in which graphs were loaded leaves no trace in what is published.
 *
 * <p>Every method fails with BACKEND_UNAVAILABLE when the database or the data directory cannot be used.
 */
public interface GraphStore extends AutoCloseable {

  /**
   * Finishes or drops what an earlier process left half done and brings database and image to one snapshot; to be called once
   * before anything else.
   *
   * @return what is published, or empty when nothing was ever loaded
   */
  Optional<Image> recover();

  /**
   * Does work during which nobody else loads into the data directory: for all of an import, from reading what was collected
   * before to {@link #load}.
   *
   * @throws io.drawbridge.cloud.DrawbridgeException BACKEND_UNAVAILABLE when another import is under way
   */
  <T> T exclusively(Supplier<T> work);

  /**
   * Makes this graph the published one; the last step is the switch of {@link PublishedImages}.
   *
   * @param snapshot an id that was not used before and sorts after those that were
   */
  Image load(Graph graph, SnapshotId snapshot, Completeness completeness);

  /** Loads, newest first. */
  List<SnapshotSummary> snapshots(int limit);

  /** The graph as the database holds it. */
  Graph read();

  @Override
  void close();
}
