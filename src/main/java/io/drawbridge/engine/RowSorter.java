package io.drawbridge.engine;

import java.lang.foreign.MemorySegment;
import java.util.Map;

/** Sorts traversable edges by start and by end, by counting. */
final class RowSorter {

  private final int nodeCount;
  private final IntList edgeColumns;
  private final IntList traversable = new IntList();

  /**
   * @param edgeColumns the columns of {@link EdgeTable}
   */
  RowSorter(int nodeCount, IntList edgeColumns) {
    this.nodeCount = nodeCount;
    this.edgeColumns = edgeColumns;
  }

  void add(int edge) {
    traversable.add(edge);
  }

  void sortInto(Map<Section, MemorySegment> sections) {
    int[] offsets = offsets(0);
    sections.put(Section.FORWARD_OFFSETS, Ints.copyOf(offsets, offsets.length).segment());
    sections.put(Section.FORWARD_ROWS, rows(offsets, 0, 1));
    offsets = offsets(1);
    sections.put(Section.REVERSE_OFFSETS, Ints.copyOf(offsets, offsets.length).segment());
    sections.put(Section.REVERSE_ROWS, rows(offsets, 1, 0));
  }

  private int[] offsets(int keyColumn) {
    int[] offsets = new int[nodeCount + 1];
    for (int i = 0; i < traversable.size(); i++) {
      offsets[column(traversable.get(i), keyColumn) + 1]++;
    }
    for (int node = 0; node < nodeCount; node++) {
      offsets[node + 1] += offsets[node];
    }
    return offsets;
  }

  /** Fills the rows; moves every offset to its node's end, which nothing reads after. */
  private MemorySegment rows(int[] offsets, int keyColumn, int neighbourColumn) {
    int[] rows = new int[Math.multiplyExact(traversable.size(), Rows.COLUMNS)];
    for (int i = 0; i < traversable.size(); i++) {
      int edge = traversable.get(i);
      int row = offsets[column(edge, keyColumn)]++ * Rows.COLUMNS;
      rows[row] = column(edge, neighbourColumn);
      rows[row + 1] = column(edge, 2);
      rows[row + 2] = edge;
    }
    return Ints.copyOf(rows, rows.length).segment();
  }

  private int column(int edge, int column) {
    return edgeColumns.get(edge * EdgeTable.COLUMNS + column);
  }
}
