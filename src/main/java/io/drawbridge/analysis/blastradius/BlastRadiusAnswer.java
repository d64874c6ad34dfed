package io.drawbridge.analysis.blastradius;

import io.drawbridge.analysis.LeftOut;
import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that can be reached, unconditional first, then the likelier, then by id; capability sets are not in it.
 *
 * @param truncated true when a deadline stopped the search early
 */
public record BlastRadiusAnswer(
    List<ResourceId> from, List<Reached> reached, boolean truncated, Completeness completeness, LeftOut leftOut) {

  public BlastRadiusAnswer {
    from = List.copyOf(from);
    reached = List.copyOf(reached);
  }

  /** How many were reached in each cloud. */
  public SortedMap<Cloud, Integer> byCloud() {
    SortedMap<Cloud, Integer> counts = new TreeMap<>();
    reached.forEach(row -> counts.merge(row.node().cloud(), 1, Integer::sum));
    return counts;
  }

  /** How many were reached of each kind. */
  public SortedMap<NodeKind, Integer> byKind() {
    SortedMap<NodeKind, Integer> counts = new TreeMap<>();
    reached.forEach(row -> counts.merge(row.node().kind(), 1, Integer::sum));
    return counts;
  }

  public List<ResourceId> crownJewels() {
    return reached.stream().map(Reached::node).filter(node -> node.is(Mark.Role.CROWN_JEWEL))
        .map(Node::id).sorted().toList();
  }
}
