package io.drawbridge.store.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.engine.RandomGraphs;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Graph;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphDifference;
import io.drawbridge.store.GraphStore;
import io.drawbridge.store.PublishedImages;
import io.drawbridge.store.SnapshotState;
import io.drawbridge.store.SnapshotSummary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loads that stop at a chosen step, as if their process had died there. */
class LoadsTest {

  private static final SnapshotId FIRST = new SnapshotId("20261124T020000Z-00000001");
  private static final SnapshotId SECOND = new SnapshotId("20261124T030000Z-00000002");
  private static final SnapshotId THIRD = new SnapshotId("20261124T040000Z-00000003");
  private static final Completeness COMPLETE = new Completeness(100, List.of());

  private final Graph before = RandomGraphs.of(11, 30, 120);
  private final Graph after = RandomGraphs.of(12, 25, 120);
  private final GraphDifference difference = GraphDifference.between(Optional.of(image(before, FIRST)), after);

  @TempDir private Path folder;
  private Neo4jDatabase database = SharedNeo4j.child().database();
  private Loads loads = new Loads(database);

  @BeforeEach
  void loadTheFirst() {
    database = SharedNeo4j.empty();
    loads = new Loads(database);
    open().load(before, FIRST, COMPLETE);
    new PublishedImages(data()).write(image(after, SECOND));
  }

  @Test
  void whatWasOnlyStagedIsDroppedAndTheNextLoadSucceeds() {
    loads.stage(row(SECOND), difference);
    assertThat(open().recover().map(Image::graphHash)).contains(before.hash());
    assertThat(open().read()).isEqualTo(before);
    assertThat(open().snapshots(10)).extracting(SnapshotSummary::id).containsExactly(FIRST);
    assertThat(count("Change")).isZero();
    open().load(after, THIRD, COMPLETE);
    assertThat(open().read()).isEqualTo(after);
  }

  @Test
  void whatIsBeingStagedKeepsASecondLoadOutOfTheDatabase() {
    loads.stage(row(SECOND), difference);
    assertThatThrownBy(() -> loads.stage(row(THIRD), difference)).isInstanceOf(DrawbridgeException.class);
  }

  @Test
  void aLoadThatWasTakenOverDoesNotGoOn() {
    loads.stage(row(SECOND), difference);
    loads.settle();
    assertThatThrownBy(() -> loads.beginApplying(SECOND)).isInstanceOf(DrawbridgeException.class).hasMessageContaining("took over");
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void whatWasBeingAppliedIsFinishedFromAnyStepOn(Change last) {
    loads.stage(row(SECOND), difference);
    loads.beginApplying(SECOND);
    for (Change change : Change.values()) {
      if (change.compareTo(last) <= 0) {
        database.write(change.statement(), range(change));
      }
    }
    assertThat(new PublishedImages(data()).current().map(Image::graphHash)).as("what readers see").contains(before.hash());
    assertThat(open().recover().map(Image::graphHash)).contains(after.hash());
    assertThat(open().read()).isEqualTo(after);
    assertThat(new PublishedImages(data()).current().map(Image::graphHash)).contains(after.hash());
    assertThat(open().snapshots(1)).extracting(SnapshotSummary::state).containsExactly(SnapshotState.PUBLISHED);
    assertThat(count("RetiredEdge")).isEqualTo(difference.retireEdges().size());
    assertThat(count("RetiredNode")).isEqualTo(difference.retireNodes().size());
    assertThat(count("Change")).isZero();
  }

  @Test
  void historySaysFromWhenUntilWhenAndLiesApart() {
    open().load(after, SECOND, COMPLETE);
    Edge gone = difference.retireEdges().getFirst();
    var retired = statement("MATCH (edge:RetiredEdge) RETURN edge.key AS key, edge.since AS since, edge.until AS until, COUNT { (edge)--() } AS links");
    assertThat(database.read(retired, Map.of())).anySatisfy(row -> {
      assertThat(row.get("key").asString()).isEqualTo(gone.key().value());
      assertThat(row.get("since").asString()).isEqualTo(FIRST.value());
      assertThat(row.get("until").asString()).isEqualTo(SECOND.value());
    });
    assertThat(database.read(retired, Map.of())).allMatch(row -> row.get("links").asInt() == 0);
  }

  private Map<String, Object> range(Change change) {
    return database.read(CypherCatalog.statement("read/operations"), Map.of("load", SECOND.value())).stream()
        .filter(row -> row.get("operation").asString().equals(change.name()))
        .findFirst()
        .<Map<String, Object>>map(row -> Map.of("load", SECOND.value(), "first", row.get("first").asLong(), "end", row.get("end").asLong()))
        .orElse(Map.of("load", SECOND.value(), "first", 0, "end", 0));
  }

  private long count(String label) {
    return database.read(statement("MATCH (n:" + label + ") RETURN count(n) AS n"), Map.of()).getFirst().get("n").asLong();
  }

  private static CypherStatement statement(String text) {
    return new CypherStatement("test", "a question of the test", List.of(), List.of(), "none", text);
  }

  private GraphStore open() {
    return new Neo4jGraphStore(database, () -> {}, data(), Clock.systemUTC());
  }

  private DataDirectory data() {
    return DataDirectory.open(folder.resolve("data"));
  }

  private SnapshotRow row(SnapshotId id) {
    var summary = new SnapshotSummary(
        id, SnapshotState.STAGED, after.hash(), Instant.EPOCH, after.nodes().size(), after.edges().size(), difference.size(), 100);
    return new SnapshotRow(summary, COMPLETE);
  }

  private static Image image(Graph graph, SnapshotId snapshot) {
    return ImageBuilder.of(graph, snapshot, COMPLETE);
  }
}
