package io.drawbridge.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The ways from one node to another, the best first, none through a node twice and no two over the same nodes.
 *
 * <p>Yen's algorithm in Lawler's form ("A procedure for computing the K best solutions to discrete optimization problems",
 * Management Science 18, 1972): each way found splits what is left into parts that do not overlap, so none is found twice.
 * Nodes are those that answers show: two ways that differ in a capability set or a parallel edge are one, the cheaper.
 */
public final class LooplessPaths {

  private final Terrain terrain;
  private final Rows rows;
  private final int end;
  private final Sweep toEnd;
  private final SpurSearch search;
  private final PriorityQueue<Found> queue = new PriorityQueue<>(Comparator.comparing(found -> found.trail));
  private @Nullable Found unsplit;
  private boolean stopped;

  /** A way, and which ways were set apart when it was found: those that leave its first nodes by one of the forbidden. */
  private static final class Found {
    private final Trail trail;
    private final int deviation;
    private final BitSet forbidden;

    private Found(Trail trail, int deviation, BitSet forbidden) {
      this.trail = trail;
      this.deviation = deviation;
      this.forbidden = forbidden;
    }
  }

  /** What searches of this kind need; serves any number of them, one at a time. */
  public static final class Workspace {
    private final SpurSearch search;

    public Workspace(Image image) {
      search = new SpurSearch(image);
    }
  }

  private LooplessPaths(Terrain terrain, Rows rows, int start, int end, Sweep toEnd, Workspace workspace) {
    this.terrain = terrain;
    this.rows = rows;
    this.end = end;
    this.toEnd = toEnd;
    search = workspace.search;
    if (start != end && toEnd.reached(start)) {
      explore(new int[] {start}, new int[0], new BitSet());
    }
  }

  /**
   * Ways to the end of a sweep.
   *
   * @param swept swept backward from the end over the same terrain, and not since
   */
  public static LooplessPaths to(Sweep swept, Terrain terrain, int start, int end, Workspace workspace) {
    return new LooplessPaths(terrain, terrain.image().forward(), start, end, swept, workspace);
  }

  /**
   * Ways from the start of a sweep.
   *
   * @param swept swept forward from the start over the same terrain, and not since
   */
  public static LooplessPaths from(Sweep swept, Terrain terrain, int start, int end, Workspace workspace) {
    return new LooplessPaths(terrain, terrain.image().reverse(), /* start= */ end, /* end= */ start, swept, workspace);
  }

  /** The next best way; empty when there is none or the deadline passed. */
  public Optional<Trail> next() {
    if (unsplit != null) {
      split(unsplit);
    }
    unsplit = stopped ? null : queue.poll();
    return Optional.ofNullable(unsplit).map(found -> found.trail);
  }

  /** True when the deadline passed, so that there may be more ways, or better ones. */
  public boolean stopped() {
    return stopped;
  }

  private void split(Found found) {
    int[] nodes = nodesInSearchOrder(found.trail);
    int[] edges = edgesInSearchOrder(found.trail);
    for (int i = found.deviation; i < nodes.length - 1 && !stopped; i++) {
      var forbidden = i == found.deviation ? (BitSet) found.forbidden.clone() : new BitSet();
      forbidden.set(nodes[i + 1]);
      explore(Arrays.copyOf(nodes, i + 1), edgesUpTo(edges, i), forbidden);
    }
  }

  /** Queues the best way that has the prefix and does not go on to what is forbidden. */
  private void explore(int[] prefix, int[] prefixEdges, BitSet forbidden) {
    int hopsLeft = terrain.isBounded() ? terrain.maxHops() - (prefix.length - 1) : terrain.maxHops();
    search.find(terrain.atMost(hopsLeft), rows, prefix, forbidden, end, toEnd)
        .ifPresent(spur -> queue.add(found(prefix.length - 1, prefixEdges, spur, forbidden)));
    stopped |= search.stopped();
  }

  private Found found(int deviation, int[] prefixEdges, SpurSearch.Spur spur, BitSet forbidden) {
    int[] edges = Arrays.copyOf(prefixEdges, prefixEdges.length + spur.edges().length);
    System.arraycopy(spur.edges(), 0, edges, prefixEdges.length, spur.edges().length);
    long cost = spur.cost();
    for (int edge : prefixEdges) {
      cost += terrain.mask().cost(terrain.image().term(edge));
    }
    return new Found(Trail.of(terrain.image(), rows.isReverse() ? reversed(edges) : edges, cost), deviation, forbidden);
  }

  /** The edges of the first hops. */
  private int[] edgesUpTo(int[] edges, int hops) {
    int length = 0;
    for (int left = hops; left > 0; length++) {
      left -= terrain.image().isSet(rows.isReverse() ? terrain.image().from(edges[length]) : terrain.image().to(edges[length])) ? 0 : 1;
    }
    return Arrays.copyOf(edges, length);
  }

  private int[] nodesInSearchOrder(Trail trail) {
    int[] nodes = new int[trail.nodeCount()];
    Arrays.setAll(nodes, trail::node);
    return rows.isReverse() ? reversed(nodes) : nodes;
  }

  private int[] edgesInSearchOrder(Trail trail) {
    int[] edges = new int[trail.edgeCount()];
    Arrays.setAll(edges, trail::edge);
    return rows.isReverse() ? reversed(edges) : edges;
  }

  private static int[] reversed(int[] values) {
    int[] reversed = new int[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }
}
