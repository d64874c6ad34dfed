package io.drawbridge.engine;

import java.util.Arrays;

/** A way through an image: edges that follow one another from a start, those into and out of capability sets included. */
public final class Trail implements Comparable<Trail> {

  private final int[] nodes;
  private final int[] edges;
  private final long cost;

  private Trail(int[] nodes, int[] edges, long cost) {
    this.nodes = nodes;
    this.edges = edges;
    this.cost = cost;
  }

  /**
   * @param edges at least one, each starting where the one before ends; becomes the trail's own
   * @param cost in milli-nats
   */
  static Trail of(Image image, int[] edges, long cost) {
    var nodes = new IntList();
    nodes.add(image.from(edges[0]));
    for (int edge : edges) {
      if (!image.isSet(image.to(edge))) {
        nodes.add(image.to(edge));
      }
    }
    return new Trail(nodes.toArray(), edges, cost);
  }

  /** How many nodes an answer shows: one more than hops. */
  public int nodeCount() {
    return nodes.length;
  }

  /** The i-th node that an answer shows. */
  public int node(int i) {
    return nodes[i];
  }

  public int start() {
    return nodes[0];
  }

  public int end() {
    return nodes[nodes.length - 1];
  }

  public int hops() {
    return nodes.length - 1;
  }

  public int edgeCount() {
    return edges.length;
  }

  public int edge(int i) {
    return edges[i];
  }

  /** In milli-nats. */
  public long cost() {
    return cost;
  }

  /** True when both run over the same nodes that answers show: they differ in sets or parallel edges at most. */
  public boolean sameNodes(Trail other) {
    return Arrays.equals(nodes, other.nodes);
  }

  /** The likelier first, then that of fewer hops, then by nodes. */
  @Override
  public int compareTo(Trail other) {
    int byCost = Long.compare(cost, other.cost);
    int byHops = byCost != 0 ? byCost : Integer.compare(hops(), other.hops());
    int byNodes = byHops != 0 ? byHops : Arrays.compare(nodes, other.nodes);
    return byNodes != 0 ? byNodes : Arrays.compare(edges, other.edges);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trail trail && Arrays.equals(edges, trail.edges);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(edges);
  }
}
