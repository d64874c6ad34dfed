package io.drawbridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.engine.RandomGraphs;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKey;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.Proof;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphDifferenceTest {

  @Test
  void carryingItOutTurnsOneGraphIntoTheOther() {
    for (int seed = 0; seed < 200; seed++) {
      Graph before = RandomGraphs.of(seed, seed % 30, seed % 30 == 0 ? 0 : seed);
      Graph after = RandomGraphs.of(seed + 1000, (seed + 7) % 30, (seed + 7) % 30 == 0 ? 0 : 2 * seed);
      assertThat(carriedOut(before, GraphDifference.between(Optional.of(image(before)), after))).as("seed " + seed).isEqualTo(after);
    }
  }

  @Test
  void theSameGraphHasNone() {
    Graph graph = RandomGraphs.of(1, 20, 80);
    assertThat(GraphDifference.between(Optional.of(image(graph)), graph).size()).isZero();
  }

  @Test
  void evidenceReadAgainIsNoDifferenceButOtherWordsAre() {
    Graph graph = RandomGraphs.of(1, 20, 80);
    assertThat(GraphDifference.between(Optional.of(image(graph)), rereadAs(graph, "")).size()).isZero();
    GraphDifference reworded = GraphDifference.between(Optional.of(image(graph)), rereadAs(graph, " reworded"));
    assertThat(reworded.putEdges()).hasSameSizeAs(graph.edges());
    assertThat(reworded.putEvidence()).isNotEmpty().hasSameSizeAs(reworded.dropEvidence());
    assertThat(reworded.retireEdges()).isEmpty();
  }

  @Test
  void evidenceStaysWhileAnyEdgeRefersToIt() {
    Graph graph = RandomGraphs.of(1, 20, 80);
    Edge last = graph.edges().getLast();
    List<Edge> rest = graph.edges().subList(0, graph.edges().size() - 1);
    GraphDifference difference = GraphDifference.between(Optional.of(image(graph)), Graph.of(graph.nodes(), rest));
    assertThat(difference.retireEdges()).containsExactly(last);
    boolean shared = rest.stream().anyMatch(edge -> edge.proof().evidence().equals(last.proof().evidence()));
    assertThat(difference.dropEvidence()).hasSize(shared ? 0 : 1);
  }

  private static Graph carriedOut(Graph before, GraphDifference difference) {
    Map<ResourceId, Node> nodes = new HashMap<>();
    before.nodes().forEach(node -> nodes.put(node.id(), node));
    difference.putNodes().forEach(node -> nodes.put(node.id(), node));
    difference.retireNodes().forEach(node -> nodes.remove(node.id()));
    Map<EdgeKey, Edge> edges = new HashMap<>();
    before.edges().forEach(edge -> edges.put(edge.key(), edge));
    difference.retireEdges().forEach(edge -> edges.remove(edge.key()));
    difference.putEdges().forEach(edge -> edges.put(edge.key(), edge));
    return Graph.of(nodes.values(), edges.values());
  }

  /** As if collected once more, with another label on every statement. */
  private static Graph rereadAs(Graph graph, String suffix) {
    List<Edge> edges = graph.edges().stream().map(edge -> {
      List<Evidence> evidence = edge.proof().evidence().stream().map(item -> {
        var was = item.statement();
        var statement = new io.drawbridge.cloud.StatementRef(was.document(), was.pointer(), was.label() + suffix, was.excerpt());
        return new Evidence(item.side(), statement, item.scope(), new SnapshotId("later"));
      }).toList();
      return new Edge(
          edge.from(), edge.to(), edge.kind(), edge.technique(), edge.condition(), new Proof(evidence, edge.proof().unread()), edge.cost(), edge.lasting());
    }).toList();
    return Graph.of(graph.nodes(), edges);
  }

  private static Image image(Graph graph) {
    return ImageBuilder.of(graph, new SnapshotId("s"), new Completeness(100, List.of()));
  }
}
