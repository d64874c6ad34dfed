package io.drawbridge.edge;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs every rule over an estate: the only way from an inventory to a graph.
 *
 * @param gaps what the rules could not see, sorted, without duplicates
 */
public record Derivation(Graph graph, List<CoverageGap> gaps) {

  /** Derives the graph; nodes that no record describes are made from their ids. */
  public static Derivation of(Estate estate, List<NodeRule> nodeRules, List<EdgeRule> edgeRules) {
    List<Node> nodes = new ArrayList<>();
    nodeRules.forEach(rule -> rule.derive(estate).forEach(nodes::add));
    var sink = new Collected();
    edgeRules.forEach(rule -> rule.derive(estate, sink));
    Set<ResourceId> known = new HashSet<>();
    nodes.forEach(node -> known.add(node.id()));
    for (Edge edge : sink.edges) {
      addStub(nodes, known, edge.from());
      addStub(nodes, known, edge.to());
    }
    return new Derivation(Graph.of(nodes, sink.edges), List.copyOf(sink.gaps));
  }

  private static void addStub(List<Node> nodes, Set<ResourceId> known, ResourceId id) {
    if (known.add(id)) {
      nodes.add(StubNodes.of(id));
    }
  }

  private static final class Collected implements EdgeSink {
    private final List<Edge> edges = new ArrayList<>();
    private final Set<CoverageGap> gaps = new TreeSet<>();

    @Override
    public void edge(Edge edge) {
      edges.add(edge);
    }

    @Override
    public void gap(CoverageGap gap) {
      gaps.add(gap);
    }
  }
}
