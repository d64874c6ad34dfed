package io.drawbridge.engine;

import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * The best ways from some nodes to everything, or, over reverse rows, from everything to some nodes.
 *
 * <p>One object serves any number of sweeps one after the other; each forgets the one before. Not for several threads.
 */
public final class Sweep {

  private final Image image;
  private final LabelSearch search;
  private boolean reverse;

  public Sweep(Image image) {
    this.image = image;
    search = new LabelSearch(image.nodeCount());
  }

  /** Sweeps along the edges. */
  public Sweep forward(Terrain terrain, int... starts) {
    return run(terrain, image.forward(), starts);
  }

  /** Sweeps against the edges. */
  public Sweep backward(Terrain terrain, int... ends) {
    return run(terrain, image.reverse(), ends);
  }

  private Sweep run(Terrain terrain, Rows rows, int... starts) {
    search.clear();
    reverse = rows.isReverse();
    LabelSearch.Guide guide = node -> terrain.within().get(node) ? 0 : LabelSearch.Guide.CLOSED;
    for (int start : starts) {
      search.seed(start, 0, guide);
    }
    search.run(terrain, rows, guide, Labels.NONE);
    return this;
  }

  /** True when the deadline passed before the sweep was done. */
  public boolean stopped() {
    return search.stopped();
  }

  public boolean reached(int node) {
    return search.reached(node);
  }

  /** Of the best way, in milli-nats; the node must have been reached. */
  public long cost(int node) {
    return Labels.cost(key(node));
  }

  /** Of the best way; the node must have been reached. */
  public int hops(int node) {
    return Labels.hops(key(node));
  }

  /** The best way between the node and where the sweep began; the node must have been reached, and not be a start. */
  public Trail trail(int node) {
    var edges = new IntList();
    Labels labels = search.labels();
    for (int label = search.label(node); labels.edge(label) != Labels.NONE; label = labels.parent(label)) {
      edges.add(labels.edge(label));
    }
    return Trail.of(image, reverse ? edges.toArray() : edges.toReversedArray(), cost(node));
  }

  public void forEachReached(IntConsumer action) {
    search.forEachReached(action);
  }

  public BitSet reachedNodes() {
    var nodes = new BitSet(image.nodeCount());
    search.forEachReached(nodes::set);
    return nodes;
  }

  private long key(int node) {
    return search.labels().key(search.label(node));
  }
}
