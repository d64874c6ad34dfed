package io.drawbridge.analysis.blastradius;

import io.drawbridge.analysis.PathAtom;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Node;
import java.util.List;

/**
 * A node inside a blast radius, with the last step of the best way to it.
 *
 * @param hops of the best way; a step through a capability set is one
 * @param likelihood from 0 to 1
 * @param condition what must hold on the best way; empty when there is a way without condition
 * @param previous where the last step starts: it is in the radius too, or is where it begins
 */
public record Reached(Node node, int hops, double likelihood, List<PathAtom> condition, ResourceId previous, Edge edge) {

  public Reached {
    condition = List.copyOf(condition);
  }
}
