package io.drawbridge.engine;

import java.util.BitSet;
import java.util.Optional;

/**
 * The best way on from some node of a path to its end that neither touches what the path already has nor takes given next nodes.
 *
 * <p>Guided by the true cost from every node to the end, so that it looks at little else than the way it finds. The first hop is
 * searched apart from the rest: capability sets are no nodes of a path, so one that the first hop may not use to reach a
 * forbidden node is still open to a later hop.
 */
final class SpurSearch {

  private final Image image;
  private final LabelSearch firstHop;
  private final LabelSearch rest;
  private final BitSet passed = new BitSet();

  SpurSearch(Image image) {
    this.image = image;
    firstHop = new LabelSearch(image.nodeCount());
    rest = new LabelSearch(image.nodeCount());
  }

  /**
   * Searches in the direction of the rows.
   *
   * @param prefix the nodes that the path has, the last of them where the search begins
   * @param forbidden nodes that the first hop may not lead to
   * @param toEnd what was swept from the end, against the rows
   */
  Optional<Spur> find(Terrain terrain, Rows rows, int[] prefix, BitSet forbidden, int end, Sweep toEnd) {
    passed.clear();
    for (int node : prefix) {
      passed.set(node);
    }
    LabelSearch.Guide guide = guide(terrain, toEnd);
    int start = prefix[prefix.length - 1];
    leaveStart(terrain, rows, start, guide);
    rest.clear();
    firstHop.forEachReached(node -> {
      if (node != start && !image.isSet(node) && !forbidden.get(node)) {
        rest.seed(node, firstHop.labels().key(firstHop.label(node)), guide);
      }
    });
    rest.run(terrain, rows, guide, end);
    return rest.reached(end) ? Optional.of(spur(end)) : Optional.empty();
  }

  boolean stopped() {
    return firstHop.stopped() || rest.stopped();
  }

  /** Under a bound on hops the costs to the end may fall by more than a step costs, so only where they exist is used of them. */
  private LabelSearch.Guide guide(Terrain terrain, Sweep toEnd) {
    boolean bounded = terrain.isBounded();
    return node -> !toEnd.reached(node) || passed.get(node) ? LabelSearch.Guide.CLOSED : bounded ? 0 : toEnd.cost(node);
  }

  private void leaveStart(Terrain terrain, Rows rows, int start, LabelSearch.Guide guide) {
    firstHop.clear();
    firstHop.seed(start, 0, node -> 0);
    firstHop.run(terrain.atMost(Math.min(1, terrain.maxHops())), rows, guide, Labels.NONE);
  }

  private Spur spur(int end) {
    var edges = new IntList();
    int met = addEdges(rest, rest.label(end), edges);
    addEdges(firstHop, firstHop.label(met), edges);
    return new Spur(edges.toReversedArray(), Labels.cost(rest.labels().key(rest.label(end))));
  }

  /** Adds a way's edges, last first, and returns the node that it begins at. */
  private static int addEdges(LabelSearch search, int last, IntList edges) {
    Labels labels = search.labels();
    int label = last;
    while (labels.edge(label) != Labels.NONE) {
      edges.add(labels.edge(label));
      label = labels.parent(label);
    }
    return labels.node(label);
  }

  /** Edges in the order of the search, and what they cost. */
  static final class Spur {
    private final int[] edges;
    private final long cost;

    Spur(int[] edges, long cost) {
      this.edges = edges;
      this.cost = cost;
    }

    int[] edges() {
      return edges;
    }

    long cost() {
      return cost;
    }
  }
}
