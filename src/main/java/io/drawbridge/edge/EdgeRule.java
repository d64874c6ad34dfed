package io.drawbridge.edge;

import io.drawbridge.coverage.Operation;
import io.drawbridge.graph.Technique;
import java.util.List;

/**
 * One reason why control passes from one node to another.
 *
 * <p>INVARIANT: pure: no I/O, no clock, no randomness; the same estate gives the same edges.
 */
public interface EdgeRule {

  /** The read operations without which the rule cannot see all it is for; they make up completeness. */
  List<Operation> reads();

  /** The techniques that its edges may carry. */
  default List<Technique> techniques() {
    return List.of();
  }

  /**
   * Gives every edge of this kind to the sink.
   *
   * <p>A side that must grant and was not read gives no edge and a gap; a side that can only restrict and was never collected
   * gives the edge with an unread side (DESIGN §1.4).
   */
  void derive(Estate estate, EdgeSink sink);
}
