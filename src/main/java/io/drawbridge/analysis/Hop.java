package io.drawbridge.analysis;

import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKey;
import java.util.List;

/**
 * One step of a path as an answer shows it.
 *
 * @param edge a step through capability sets is one edge, with all proofs and conditions and the first edge's kind and technique
 * @param parts the keys of the graph's own edges that the step is made of: one, or those into, between and out of sets
 */
public record Hop(Edge edge, List<EdgeKey> parts) {

  public Hop {
    parts = List.copyOf(parts);
  }
}
