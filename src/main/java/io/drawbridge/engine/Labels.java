package io.drawbridge.engine;

import java.util.Arrays;

/** Ways found by a search, each a step longer than another: where it is, over which edge, from which label, at what cost and hops. */
final class Labels {

  static final int NONE = -1;

  private static final int HOP_BITS = 24;
  private static final int FIRST_CAPACITY = 256;

  private int[] nodes = new int[FIRST_CAPACITY];
  private int[] edges = new int[FIRST_CAPACITY];
  private int[] parents = new int[FIRST_CAPACITY];
  private long[] keys = new long[FIRST_CAPACITY];
  private int size;

  /** Cost and hops as one number, ordered by cost, then by hops. */
  static long key(long cost, int hops) {
    return cost << HOP_BITS | hops;
  }

  static long cost(long key) {
    return key >>> HOP_BITS;
  }

  static int hops(long key) {
    return (int) (key & ((1 << HOP_BITS) - 1));
  }

  void clear() {
    size = 0;
  }

  int add(int node, int edge, int parent, long key) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, size * 2);
      edges = Arrays.copyOf(edges, size * 2);
      parents = Arrays.copyOf(parents, size * 2);
      keys = Arrays.copyOf(keys, size * 2);
    }
    nodes[size] = node;
    edges[size] = edge;
    parents[size] = parent;
    keys[size] = key;
    return size++;
  }

  int node(int label) {
    return nodes[label];
  }

  /** The edge of the last step, or {@link #NONE} where the search began. */
  int edge(int label) {
    return edges[label];
  }

  /** The label one step back, or {@link #NONE}. */
  int parent(int label) {
    return parents[label];
  }

  long key(int label) {
    return keys[label];
  }
}
