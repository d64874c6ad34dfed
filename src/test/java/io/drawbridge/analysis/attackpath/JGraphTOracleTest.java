package io.drawbridge.analysis.attackpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.analysis.EdgeClasses;
import io.drawbridge.analysis.Images;
import io.drawbridge.analysis.Premises;
import io.drawbridge.analysis.Seeds;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.RandomGraphs;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import java.util.List;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** JGraphT's own k shortest paths, on graphs without sets and conditions, which it does not know. */
class JGraphTOracleTest {

  private static final int K = 6;

  @Test
  void theKBestPathsCostWhatJGraphTSays() {
    Seeds.upTo(Seeds.EVERY_BUILD, JGraphTOracleTest::agrees);
  }

  @Test
  @Tag("full")
  void theKBestPathsCostWhatJGraphTSaysAtLength() {
    Seeds.upTo(Seeds.FULL_RUN, JGraphTOracleTest::agrees);
  }

  private static void agrees(long seed) {
    Graph random = RandomGraphs.of(seed, 25, 90);
    Graph graph = Graph.of(random.nodes(), random.edges().stream().filter(JGraphTOracleTest::isPlain).toList());
    var question = new AttackPathQuestion(List.of(RandomGraphs.id(0)), List.of(RandomGraphs.id(1)), K, 1000, Premises.DEFAULT);
    List<Long> ours = AttackPathSearch.answer(Images.of(graph), question).paths().stream().map(path -> path.route().cost()).toList();
    List<Long> theirs = new YenKShortestPath<>(library(graph)).getPaths(RandomGraphs.id(0), RandomGraphs.id(1), K).stream()
        .map(GraphPath::getWeight).map(Math::round).toList();
    assertThat(ours).isEqualTo(theirs);
  }

  private static boolean isPlain(Edge edge) {
    return edge.condition().isNone() && EdgeClasses.DEFAULT.followed().contains(edge.kind().edgeClass()) && edge.kind().traversable()
        && !(edge.from() instanceof ResourceId.CapabilitySetId) && !(edge.to() instanceof ResourceId.CapabilitySetId);
  }

  private static SimpleDirectedWeightedGraph<ResourceId, DefaultWeightedEdge> library(Graph graph) {
    var library = new SimpleDirectedWeightedGraph<ResourceId, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    graph.nodes().stream().map(Node::id).forEach(library::addVertex);
    for (Edge edge : graph.edges()) {
      if (edge.from().equals(edge.to())) {
        continue;
      }
      DefaultWeightedEdge known = library.getEdge(edge.from(), edge.to());
      DefaultWeightedEdge kept = known == null ? library.addEdge(edge.from(), edge.to()) : known;
      double cost = known == null ? edge.cost() : Math.min(edge.cost(), library.getEdgeWeight(known));
      library.setEdgeWeight(kept, cost);
    }
    return library;
  }
}
