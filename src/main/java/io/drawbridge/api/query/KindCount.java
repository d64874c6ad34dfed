package io.drawbridge.api.query;

import io.drawbridge.graph.NodeKind;
import java.util.List;
import java.util.Map;

/** How many nodes of a kind. */
record KindCount(NodeKind kind, int count) {

  /** A map as rows, since GraphQL has no maps. */
  static List<KindCount> rows(Map<NodeKind, Integer> counts) {
    return counts.entrySet().stream().map(entry -> new KindCount(entry.getKey(), entry.getValue())).toList();
  }
}
