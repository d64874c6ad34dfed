package io.drawbridge.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Best-first search over an image's rows: the cheapest way to every node, among equally cheap ones the one of fewest hops.
 *
 * <p>Why labels: with a bound on hops the cheapest way to a node may be too long to go on from, so a node settles once for each
 * number of hops that is fewer than before; without a bound it settles once, and this is Dijkstra's algorithm.
 *
 * <p>INVARIANT: labels of a node settle in ascending cost and strictly descending hops, so the first is the best.
 */
final class LabelSearch {

  /** A lower bound on what is still to pay from a node, which never falls by more than a step costs. */
  interface Guide {
    long CLOSED = -1;

    /** At least 0, or {@link #CLOSED} when the node may not be entered. */
    long ahead(int node);
  }

  private static final int POLL_MASK = 0x3ff;
  private static final int SETTLED_FOR_GOOD = -1;

  private final long[] bestKeys;
  private final int[] fewestHops;
  private final int[] firstLabels;
  private final IntList touched = new IntList();
  private final Labels labels = new Labels();
  private final LabelHeap heap = new LabelHeap();
  private boolean stopped;

  LabelSearch(int nodeCount) {
    bestKeys = new long[nodeCount];
    fewestHops = new int[nodeCount];
    firstLabels = new int[nodeCount];
    Arrays.fill(bestKeys, Long.MAX_VALUE);
    Arrays.fill(fewestHops, Integer.MAX_VALUE);
    Arrays.fill(firstLabels, Labels.NONE);
  }

  /** Forgets the last search, at the cost of what it touched. */
  void clear() {
    for (int i = 0; i < touched.size(); i++) {
      int node = touched.get(i);
      bestKeys[node] = Long.MAX_VALUE;
      fewestHops[node] = Integer.MAX_VALUE;
      firstLabels[node] = Labels.NONE;
    }
    touched.clear();
    labels.clear();
    heap.clear();
    stopped = false;
  }

  /** Puts a node where the search begins. */
  void seed(int node, long key, Guide guide) {
    reach(node, key, Labels.NONE, Labels.NONE, guide, false);
  }

  /**
   * Searches until nothing is left, or the target settles, or the deadline passes.
   *
   * @param target a node, or {@link Labels#NONE} for none
   */
  void run(Terrain terrain, Rows rows, Guide guide, int target) {
    boolean bounded = terrain.isBounded();
    for (int polls = 0; !heap.isEmpty(); polls++) {
      if ((polls & POLL_MASK) == 0 && terrain.deadline().passed()) {
        stopped = true;
        return;
      }
      int label = heap.pop();
      int node = labels.node(label);
      if (!settle(node, label, bounded)) {
        continue;
      }
      if (node == target) {
        return;
      }
      expand(terrain, rows, guide, label);
    }
  }

  private boolean settle(int node, int label, boolean bounded) {
    int hops = Labels.hops(labels.key(label));
    if (hops >= fewestHops[node]) {
      return false;
    }
    fewestHops[node] = bounded ? hops : SETTLED_FOR_GOOD;
    if (firstLabels[node] == Labels.NONE) {
      firstLabels[node] = label;
    }
    return true;
  }

  private void expand(Terrain terrain, Rows rows, Guide guide, int label) {
    int node = labels.node(label);
    long key = labels.key(label);
    int hops = Labels.hops(key) + (terrain.image().isSet(node) ? 0 : 1);
    if (hops > terrain.maxHops()) {
      return;
    }
    boolean bounded = terrain.isBounded();
    for (int row = rows.start(node), end = rows.end(node); row < end; row++) {
      int term = rows.term(row);
      int edge = rows.edge(row);
      if (terrain.open(term, edge)) {
        long next = Labels.key(Labels.cost(key) + terrain.mask().cost(term), hops);
        reach(rows.neighbour(row), next, edge, label, guide, bounded);
      }
    }
  }

  private void reach(int node, long key, int edge, int parent, Guide guide, boolean bounded) {
    long best = bestKeys[node];
    boolean noBetter = key >= best && (!bounded || Labels.hops(key) >= Labels.hops(best));
    if (noBetter || Labels.hops(key) >= fewestHops[node]) {
      return;
    }
    long ahead = guide.ahead(node);
    if (ahead == Guide.CLOSED) {
      return;
    }
    if (best == Long.MAX_VALUE) {
      touched.add(node);
    }
    bestKeys[node] = Math.min(best, key);
    heap.push(key + Labels.key(ahead, 0), labels.add(node, edge, parent, key));
  }

  /** True when the deadline passed before the search was done. */
  boolean stopped() {
    return stopped;
  }

  boolean reached(int node) {
    return firstLabels[node] != Labels.NONE;
  }

  /** The label of the best way to the node, or {@link Labels#NONE}. */
  int label(int node) {
    return firstLabels[node];
  }

  Labels labels() {
    return labels;
  }

  /** Every node that was reached, in the order in which the search met them. */
  void forEachReached(IntConsumer action) {
    for (int i = 0; i < touched.size(); i++) {
      if (reached(touched.get(i))) {
        action.accept(touched.get(i));
      }
    }
  }
}
