package io.drawbridge.analysis.containment;

import io.drawbridge.engine.Image;
import io.drawbridge.engine.Rows;
import io.drawbridge.graph.EdgeKind;
import java.util.BitSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** Which edges of an image an action takes away: all that fit, not only those on the path that led to it. */
sealed interface Cut {

  /** Marks the edges. */
  void mark(Image image, BitSet edges);

  /** What leaves a node. */
  record OutOf(int node, Set<EdgeKind> kinds) implements Cut {
    @Override
    public void mark(Image image, BitSet edges) {
      markRows(image.forward(), node, edge -> kinds.contains(image.edgeKind(edge)), edges);
    }
  }

  /** What enters a node. */
  record Into(int node, Set<EdgeKind> kinds) implements Cut {
    @Override
    public void mark(Image image, BitSet edges) {
      markRows(image.reverse(), node, edge -> kinds.contains(image.edgeKind(edge)), edges);
    }
  }

  /** What leads from one node straight to another. */
  record Between(int from, int to, Set<EdgeKind> kinds) implements Cut {
    @Override
    public void mark(Image image, BitSet edges) {
      markRows(image.forward(), from, edge -> image.to(edge) == to && kinds.contains(image.edgeKind(edge)), edges);
    }
  }

  /** Edges that were chosen by their proofs. */
  record Chosen(Set<Integer> chosen) implements Cut {
    public Chosen {
      chosen = Set.copyOf(chosen);
    }

    @Override
    public void mark(Image image, BitSet edges) {
      chosen.forEach(edges::set);
    }
  }

  private static void markRows(Rows rows, int node, IntPredicate fits, BitSet edges) {
    for (int row = rows.start(node); row < rows.end(node); row++) {
      if (fits.test(rows.edge(row))) {
        edges.set(rows.edge(row));
      }
    }
  }
}
