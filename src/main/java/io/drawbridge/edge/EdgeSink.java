package io.drawbridge.edge;

import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.graph.Edge;

/** Where a rule puts what it finds. */
public interface EdgeSink {

  /** Takes an edge; its ends need no node of their own when their id says what they are. */
  void edge(Edge edge);

  /** Takes something the rule could not see; it appears in the completeness of every answer. */
  void gap(CoverageGap gap);
}
