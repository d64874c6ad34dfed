package io.drawbridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.RandomGraphs;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does; an implementation says how to open one over an empty database. */
public abstract class GraphStoreContract {

  protected static final SnapshotId FIRST = new SnapshotId("20261124T020000Z-00000001");
  protected static final SnapshotId SECOND = new SnapshotId("20261124T030000Z-00000002");
  protected static final SnapshotId THIRD = new SnapshotId("20261124T040000Z-00000003");
  protected static final Completeness HALF = new Completeness(
      50, List.of(new CoverageGap(Scope.account("000000000001"), "eu-west-1", "ec2:describe-vpcs", "", "DENIED", "no \"right\"", "PT3H")));

  @TempDir protected Path folder;

  /** Over the database as it is, for any data directory. */
  protected abstract GraphStore open(DataDirectory data);

  protected abstract void emptyDatabase();

  @BeforeEach
  void startFromNothing() {
    emptyDatabase();
  }

  @Test
  void nothingIsPublishedBeforeTheFirstLoad() {
    try (GraphStore store = open(data())) {
      assertThat(store.recover()).isEmpty();
      assertThat(store.snapshots(10)).isEmpty();
    }
  }

  @Test
  void everythingThatIsLoadedIsReadBackFromTheDatabaseAndTheImage() {
    Graph graph = RandomGraphs.of(7, 40, 160);
    try (GraphStore store = open(data())) {
      Image image = store.load(graph, FIRST, HALF);
      assertThat(image.toGraph()).isEqualTo(graph);
      assertThat(image.completeness()).isEqualTo(HALF);
      assertThat(store.read().nodes()).isEqualTo(graph.nodes());
      assertThat(store.read().edges()).isEqualTo(graph.edges());
      assertThat(new PublishedImages(data()).current().map(Image::graphHash)).contains(graph.hash());
    }
  }

  @Test
  void aLaterLoadChangesRetiresAndAdds() {
    Graph before = RandomGraphs.of(1, 40, 160);
    Graph after = RandomGraphs.of(2, 30, 160);
    try (GraphStore store = open(data())) {
      Image pinned = store.load(before, FIRST, HALF);
      store.load(after, SECOND, HALF);
      assertThat(store.read()).isEqualTo(after);
      assertThat(pinned.toGraph()).as("readers keep what they pinned").isEqualTo(before);
      assertThat(store.snapshots(10)).extracting(SnapshotSummary::id).containsExactly(SECOND, FIRST);
      assertThat(store.snapshots(10)).extracting(SnapshotSummary::state).containsOnly(SnapshotState.PUBLISHED);
    }
  }

  @Test
  void loadingTheSameAgainChangesNothing() {
    Graph graph = RandomGraphs.of(3, 20, 60);
    try (GraphStore store = open(data())) {
      store.load(graph, FIRST, HALF);
      store.load(graph, SECOND, HALF);
      assertThat(store.snapshots(1)).extracting(SnapshotSummary::changes).containsExactly(0L);
      assertThat(store.read()).isEqualTo(graph);
    }
  }

  @Test
  void theOrderOfLoadsLeavesNoTrace() {
    Graph one = RandomGraphs.of(4, 25, 80);
    Graph other = RandomGraphs.of(5, 35, 120);
    Graph union = union(one, other);
    List<String> hashes = new ArrayList<>();
    for (Graph first : List.of(one, other)) {
      emptyDatabase();
      try (GraphStore store = open(DataDirectory.open(folder.resolve("first-" + first.hash())))) {
        store.load(first, FIRST, HALF);
        store.load(union, SECOND, HALF);
        hashes.add(store.read().hash());
      }
    }
    assertThat(hashes).containsOnly(union.hash());
  }

  @Test
  void aReaderWithoutTheImageMakesItFromTheDatabase() throws Exception {
    Graph graph = RandomGraphs.of(6, 20, 60);
    try (GraphStore store = open(data())) {
      store.load(graph, FIRST, HALF);
    }
    try (GraphStore store = open(DataDirectory.open(folder.resolve("elsewhere")))) {
      Optional<Image> made = store.recover();
      assertThat(made.map(Image::toGraph)).contains(graph);
      assertThat(made.map(Image::completeness)).contains(HALF);
    }
    Files.writeString(data().images().resolve(FIRST + ".image"), "damaged");
    try (GraphStore store = open(data())) {
      assertThat(store.recover().map(Image::graphHash)).contains(graph.hash());
    }
  }

  @Test
  void aDatabaseThatWasLostIsFilledFromTheImage() {
    Graph graph = RandomGraphs.of(8, 20, 60);
    try (GraphStore store = open(data())) {
      store.load(graph, FIRST, HALF);
    }
    emptyDatabase();
    try (GraphStore store = open(data())) {
      assertThat(store.recover().map(Image::graphHash)).contains(graph.hash());
      assertThat(store.read()).isEqualTo(graph);
    }
  }

  @Test
  void aLoadDuringAnotherImportIsTurnedAway() {
    try (GraphStore store = open(data());
        GraphStore second = open(data())) {
      store.exclusively(() -> {
        assertThatThrownBy(() -> second.load(RandomGraphs.of(9, 5, 5), FIRST, HALF))
            .isInstanceOf(DrawbridgeException.class)
            .hasMessageContaining("another load");
        return store.load(RandomGraphs.of(9, 5, 5), FIRST, HALF);
      });
      assertThat(second.load(RandomGraphs.of(10, 5, 5), SECOND, HALF).snapshot()).isEqualTo(SECOND);
    }
  }

  protected final DataDirectory data() {
    return DataDirectory.open(folder.resolve("data"));
  }

  private static Graph union(Graph a, Graph b) {
    List<Node> nodes = new ArrayList<>(a.nodes());
    nodes.addAll(b.nodes());
    List<Edge> edges = new ArrayList<>(a.edges());
    edges.addAll(b.edges());
    return Graph.of(nodes, edges);
  }
}
