package io.drawbridge.graph;

import io.drawbridge.cloud.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole graph as values, in one order whatever order it was built in.
 *
 * @param nodes sorted by id, one per id
 * @param edges sorted, one per {@link EdgeKey}; both ends are nodes
 */
public record Graph(List<Node> nodes, List<Edge> edges) {

  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * Merges nodes by id (marks and facts unite, the kind of the first stays) and edges by key (proofs unite, the lower cost
   * stays).
   *
   * @throws IllegalArgumentException when an edge ends at a node that is not there
   */
  public static Graph of(Collection<Node> nodes, Collection<Edge> edges) {
    SortedMap<ResourceId, Node> byId = new TreeMap<>();
    nodes.forEach(node -> byId.merge(node.id(), node, Graph::merge));
    SortedMap<Edge, Edge> byOrder = new TreeMap<>();
    for (Edge edge : edges) {
      requireNode(byId, edge, edge.from());
      requireNode(byId, edge, edge.to());
      byOrder.merge(edge, edge, Graph::merge);
    }
    return new Graph(new ArrayList<>(byId.values()), new ArrayList<>(byOrder.values()));
  }

  /** A hash of what the graph says; when it was read, by which snapshot, is left out. */
  public String hash() {
    ContentHash hash = new ContentHash();
    for (Node node : nodes) {
      hash.add(node.id().text()).add(node.kind().name()).add(node.name()).add(node.scope().id());
      node.facts().forEach((key, value) -> hash.add(key).add(value));
      node.marks().forEach(mark -> hash.add(mark.role().name()).add(mark.reason()));
    }
    for (Edge edge : edges) {
      hash.add(edge.key().value()).add(Integer.toString(edge.cost())).add(String.valueOf(edge.lasting()));
      edge.proof().evidence().forEach(item -> hash.add(item.side().name()).add(item.statement().document().id())
          .add(item.statement().document().kind()).add(item.statement().pointer()).add(item.statement().excerpt()));
      edge.proof().unread().forEach(unread -> hash.add(unread.scope().id()).add(unread.operation()));
    }
    return hash.hex();
  }

  private static void requireNode(SortedMap<ResourceId, Node> nodes, Edge edge, ResourceId end) {
    if (!nodes.containsKey(end)) {
      throw new IllegalArgumentException("`" + edge.technique() + "` ends at `" + end.text() + "`, which is no node");
    }
  }

  private static Node merge(Node first, Node second) {
    Node merged = first;
    for (var fact : second.facts().entrySet()) {
      merged = merged.withFact(fact.getKey(), fact.getValue());
    }
    for (Mark mark : second.marks()) {
      merged = merged.withMark(mark.role(), mark.reason());
    }
    return merged;
  }

  private static Edge merge(Edge first, Edge second) {
    return new Edge(first.from(), first.to(), first.kind(), first.technique(), first.condition(),
        first.proof().and(second.proof()), Math.min(first.cost(), second.cost()),
        first.lasting() == null ? second.lasting() : first.lasting());
  }
}
