package io.drawbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.engine.ImageFile.Opening;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {

  private static final SnapshotId SNAPSHOT = new SnapshotId("20261124T020000Z-1a2b3c4d");
  private static final Completeness COMPLETENESS = new Completeness(80, List.of(
      new CoverageGap(Scope.account("000000000001"), "global", "iam:get-role", "", "DENIED", "no", "PT1H")));

  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsWrittenComesBackTheSame() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      Graph graph = RandomGraphs.of(seed, 5 + seed * 3, 10 + seed * 8);
      Image image = reopened(ImageBuilder.of(graph, SNAPSHOT, COMPLETENESS));
      assertThat(image.toGraph()).as("seed %d", seed).isEqualTo(graph);
      assertThat(image.toGraph().hash()).isEqualTo(graph.hash()).isEqualTo(image.graphHash());
      assertThat(image.snapshot()).isEqualTo(SNAPSHOT);
      assertThat(image.completeness()).isEqualTo(COMPLETENESS);
    }
  }

  @Test
  void everyNodeIsFoundByItsIdAndNothingElseIs() {
    Graph graph = RandomGraphs.of(7, 40, 80);
    Image image = image(graph);
    for (int i = 0; i < graph.nodes().size(); i++) {
      assertThat(image.find(graph.nodes().get(i).id())).hasValue(i);
    }
    assertThat(image.find(RandomGraphs.id(40))).isEmpty();
    assertThat(image.find(new io.drawbridge.cloud.ResourceId.ArmId("/"))).isEmpty();
    assertThat(image.find(new io.drawbridge.cloud.ResourceId.ExternalId("zzz", ""))).isEmpty();
  }

  @Test
  void marksAreListed() {
    Graph graph = RandomGraphs.of(3, 60, 10);
    Image image = image(graph);
    for (Mark.Role role : Mark.Role.values()) {
      List<Node> expected = graph.nodes().stream().filter(node -> node.is(role)).toList();
      assertThat(expected).isNotEmpty();
      assertThat(Arrays.stream(image.marked(role)).mapToObj(image::node)).isEqualTo(expected);
    }
  }

  @Test
  void rowsHoldEveryTraversableEdgeOnceInBothDirections() {
    Graph graph = RandomGraphs.of(5, 40, 200);
    Image image = image(graph);
    int[] traversable =
        IntStream.range(0, graph.edges().size()).filter(edge -> graph.edges().get(edge).kind().traversable()).toArray();
    assertThat(traversable).hasSizeLessThan(graph.edges().size());
    for (Rows rows : List.of(image.forward(), image.reverse())) {
      var seen = new java.util.ArrayList<Integer>();
      for (int node = 0; node < image.nodeCount(); node++) {
        for (int row = rows.start(node); row < rows.end(node); row++) {
          int edge = rows.edge(row);
          seen.add(edge);
          assertThat(rows.isReverse() ? image.to(edge) : image.from(edge)).isEqualTo(node);
          assertThat(rows.neighbour(row)).isEqualTo(rows.isReverse() ? image.from(edge) : image.to(edge));
          assertThat(image.decodeTerm(rows.term(row)).condition()).isEqualTo(graph.edges().get(edge).condition());
        }
      }
      assertThat(seen.stream().mapToInt(Integer::intValue).sorted().toArray()).isEqualTo(traversable);
    }
  }

  @Test
  void anEmptyGraphIsAnImageToo() throws IOException {
    Image image = reopened(image(new Graph(List.of(), List.of())));
    assertThat(image.nodeCount()).isZero();
    assertThat(image.find(RandomGraphs.id(0))).isEmpty();
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws IOException {
    Path file = written();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 1 + length / 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(ImageFile.open(file)).as("%d bytes", length).isInstanceOf(Opening.Refused.class);
    }
  }

  @Test
  void aChangedByteAnywhereButInPaddingIsRefused() throws IOException {
    Path file = written();
    Graph graph = opened(file).toGraph();
    byte[] whole = Files.readAllBytes(file);
    for (int position = 0; position < whole.length; position += position < 600 ? 1 : 97) {
      byte[] damaged = whole.clone();
      damaged[position] ^= 0x20;
      Files.write(file, damaged);
      if (ImageFile.open(file) instanceof Opening.Opened(Image image)) {
        assertThat(whole[position]).as("byte %d", position).isZero();
        assertThat(image.toGraph()).isEqualTo(graph);
      }
    }
  }

  @Test
  void anotherLayoutIsRefusedByItsNumber() throws IOException {
    Path file = written();
    byte[] bytes = Files.readAllBytes(file);
    bytes[8] = (byte) (ImageFile.VERSION + 1);
    Files.write(file, bytes);
    assertThat(reason(ImageFile.open(file))).contains("layout " + (ImageFile.VERSION + 1)).contains("has to be made again");
  }

  @Test
  void anotherSnapshotOrGraphIsRefused() throws IOException {
    Path file = written();
    String hash = opened(file).graphHash();
    assertThat(ImageFile.open(file, SNAPSHOT, hash)).isInstanceOf(Opening.Opened.class);
    assertThat(reason(ImageFile.open(file, new SnapshotId("other"), hash))).contains("instead of other");
    assertThat(reason(ImageFile.open(file, SNAPSHOT, "0".repeat(64)))).contains("another graph");
  }

  @Test
  void aMissingFileAndAFolderAreRefused() {
    assertThat(reason(ImageFile.open(folder.resolve("none")))).contains("is not there");
    assertThat(reason(ImageFile.open(folder))).contains("is not there");
  }

  @Test
  void aReaderKeepsItsImageWhenTheFileIsReplaced() throws IOException {
    Path file = written();
    Image before = opened(file);
    Graph graph = before.toGraph();
    Graph other = RandomGraphs.of(12, 50, 100);
    ImageFile.write(ImageBuilder.of(other, SNAPSHOT, COMPLETENESS), file);
    assertThat(before.toGraph()).isEqualTo(graph);
    assertThat(opened(file).toGraph()).isEqualTo(other);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void nodesOutOfOrderAreRefused() {
    Graph graph = RandomGraphs.of(1, 5, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> image(new Graph(graph.nodes().reversed(), List.of())));
  }

  private Path written() throws IOException {
    Path file = folder.resolve("graph.image");
    ImageFile.write(ImageBuilder.of(RandomGraphs.of(11, 30, 60), SNAPSHOT, COMPLETENESS), file);
    return file;
  }

  private Image reopened(Image image) throws IOException {
    Path file = folder.resolve("again.image");
    ImageFile.write(image, file);
    return opened(file);
  }

  private static Image opened(Path file) {
    if (ImageFile.open(file) instanceof Opening.Opened(Image image)) {
      return image;
    }
    throw new AssertionError(reason(ImageFile.open(file)));
  }

  private static String reason(Opening opening) {
    return opening instanceof Opening.Refused(String reason) ? reason : "opened";
  }

  private static Image image(Graph graph) {
    return ImageBuilder.of(graph, SNAPSHOT, COMPLETENESS);
  }
}
