package io.drawbridge.engine;

/**
 * The traversable edges of a graph by their start or by their end: the rows of a node are those from {@link #start} to before
 * {@link #end}.
 */
public final class Rows {

  static final int COLUMNS = 3;

  private final Ints offsets;
  private final Ints rows;
  private final boolean reverse;

  Rows(Ints offsets, Ints rows, boolean reverse) {
    this.offsets = offsets;
    this.rows = rows;
    this.reverse = reverse;
  }

  public int start(int node) {
    return offsets.get(node);
  }

  public int end(int node) {
    return offsets.get(node + 1L);
  }

  /** The other end of the row's edge. */
  public int neighbour(int row) {
    return rows.get((long) row * COLUMNS);
  }

  /** What the edge is and costs: the index for {@link Image#term}. */
  public int term(int row) {
    return rows.get((long) row * COLUMNS + 1);
  }

  /** The index for {@link Image#edge}. */
  public int edge(int row) {
    return rows.get((long) row * COLUMNS + 2);
  }

  /** True when rows are by end, so that neighbours are starts. */
  public boolean isReverse() {
    return reverse;
  }

  /** How many traversable edges there are. */
  public int size() {
    return rows.size() / COLUMNS;
  }
}
