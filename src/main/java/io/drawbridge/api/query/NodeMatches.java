package io.drawbridge.api.query;

import io.drawbridge.graph.Node;
import java.util.List;

/** The best matches of a search for nodes, and how many there are in all. */
record NodeMatches(List<Node> nodes, int totalCount) {

  NodeMatches {
    nodes = List.copyOf(nodes);
  }
}
