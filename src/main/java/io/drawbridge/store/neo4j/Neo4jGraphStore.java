package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.graph.Graph;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphDifference;
import io.drawbridge.store.GraphStore;
import io.drawbridge.store.PublishedImages;
import io.drawbridge.store.SnapshotState;
import io.drawbridge.store.SnapshotSummary;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graph in Neo4j, beside the image of it in the data directory.
 *
 * <p>The image of a load is written before the first change is carried out, and published after the last one: whatever dies, the
 * published image is whole, and {@link #recover} finds in the database how far the load came.
 *
 * <p><b>Not modelled:</b> two data directories that load into one external database at the same time: the second is turned away
 * while the first one stages, and finishes its load for it while it applies.
 */
final class Neo4jGraphStore implements GraphStore {

  private static final Logger LOG = LoggerFactory.getLogger(Neo4jGraphStore.class);

  private final Neo4jDatabase database;
  private final Runnable backend;
  private final PublishedImages images;
  private final LoadLock lock;
  private final Loads loads;
  private final Clock clock;

  /**
   * @param backend how to let go of the database
   */
  Neo4jGraphStore(Neo4jDatabase database, Runnable backend, DataDirectory data, Clock clock) {
    this.database = database;
    this.backend = backend;
    this.clock = clock;
    images = new PublishedImages(data);
    lock = new LoadLock(data);
    loads = new Loads(database);
  }

  @Override
  public <T> T exclusively(Supplier<T> work) {
    return lock.whileHeld(work);
  }

  @Override
  public Optional<Image> recover() {
    return lock.whileHeld(() -> {
      SchemaMigration.run(database).ifPresent(this::refuse);
      loads.settle();
      return align();
    });
  }

  @Override
  public Image load(Graph graph, SnapshotId snapshot, Completeness completeness) {
    return lock.whileHeld(() -> {
      Optional<Image> stored = recover();
      Image next = ImageBuilder.of(graph, snapshot, completeness);
      images.write(next);
      store(graph, next, stored);
      return publish(next);
    });
  }

  @Override
  public List<SnapshotSummary> snapshots(int limit) {
    return loads.newestFirst(limit).stream().map(SnapshotRow::summary).toList();
  }

  @Override
  public Graph read() {
    return GraphReader.read(database);
  }

  @Override
  public void close() {
    backend.run();
  }

  private void refuse(String why) {
    throw new DrawbridgeException(
        ErrorCode.BACKEND_UNAVAILABLE,
        "Neo4j at `" + database.endpoint().uri() + "` cannot be used (" + why + "): give drawbridge an empty database, it loads the graph anew");
  }

  private void store(Graph graph, Image next, Optional<Image> stored) {
    GraphDifference difference = GraphDifference.between(stored, graph);
    var summary = new SnapshotSummary(
        next.snapshot(),
        SnapshotState.STAGED,
        next.graphHash(),
        clock.instant(),
        graph.nodes().size(),
        graph.edges().size(),
        difference.size(),
        next.completeness().percent());
    loads.run(new SnapshotRow(summary, next.completeness()), difference);
  }

  private Image publish(Image image) {
    images.publish(image.snapshot(), image.graphHash());
    return images.current().orElse(image);
  }

  /** Of image and database the newer snapshot wins; the other is made again from it. */
  private Optional<Image> align() {
    Optional<Image> image = images.current();
    Optional<SnapshotRow> stored = loads.newestFirst(1).stream().findFirst();
    if (stored.isEmpty()) {
      return image.map(this::storeAnew);
    }
    SnapshotSummary summary = stored.get().summary();
    if (image.isPresent() && image.get().snapshot().compareTo(summary.id()) >= 0) {
      return image.get().graphHash().equals(summary.graphHash()) && image.get().snapshot().equals(summary.id()) ? image : image.map(this::storeAnew);
    }
    return images.find(summary.id(), summary.graphHash()).map(this::publish).or(() -> makeImage(stored.get(), image));
  }

  private Optional<Image> makeImage(SnapshotRow stored, Optional<Image> older) {
    Graph graph = read();
    if (!graph.hash().equals(stored.summary().graphHash())) {
      LOG.warn("the database does not hold what snapshot {} was: it is loaded anew", stored.summary().id());
      loads.clear();
      return older.map(this::storeAnew);
    }
    Image image = ImageBuilder.of(graph, stored.summary().id(), stored.completeness());
    images.write(image);
    return Optional.of(publish(image));
  }

  private Image storeAnew(Image image) {
    loads.clear();
    store(image.toGraph(), image, Optional.empty());
    return image;
  }
}
