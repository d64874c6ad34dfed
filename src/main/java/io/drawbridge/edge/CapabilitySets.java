package io.drawbridge.edge;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Edge;
import io.drawbridge.policy.Decision;
import java.util.HashSet;
import java.util.Set;

/**
 * Draws grants that cover many resources: one edge into the set for each principal, and out of it, by way of the
 * shares of a big one, to each member.
 *
 * <p>A set of one member is not worth a node: the principal gets an edge of its own.
 */
public final class CapabilitySets {

  /** The technique of the step from a set to its member; no answer shows it as a hop. */
  public static final String MEMBERSHIP = "capability-set";

  private final EdgeSink sink;
  private final SetShares shares;
  private final Set<ResourceId> drawn = new HashSet<>();

  public CapabilitySets(EdgeSink sink) {
    this.sink = sink;
    shares = new SetShares(sink);
  }

  /**
   * Connects a principal to every member.
   *
   * @param plain the edge into the set as it would be without condition; its end is replaced
   * @param subject the principal that the decision's requirements are asked of
   */
  public void connect(Edge plain, Decision decision, ResourceId subject, CapabilitySet set) {
    if (!decision.possible() || set.members().isEmpty()) {
      return;
    }
    if (set.members().size() == 1) {
      CapabilitySet.Member only = set.members().getFirst();
      draw(endingAt(plain, only.id(), plain.proof().and(only.proof())), decision, subject);
      return;
    }
    draw(endingAt(plain, set.id(), plain.proof()), decision, subject);
    members(set);
  }

  /** Connects a set to its members, once, for those who draw what leads into it. */
  public void members(CapabilitySet set) {
    if (drawn.add(set.id())) {
      shares.draw(set);
    }
  }

  private void draw(Edge plain, Decision decision, ResourceId subject) {
    DecisionEdges.of(plain, decision, subject).forEach(sink::edge);
  }

  private static Edge endingAt(Edge edge, ResourceId end, io.drawbridge.graph.Proof proof) {
    return new Edge(edge.from(), end, edge.kind(), edge.technique(), edge.condition(), proof, edge.cost(), edge.lasting());
  }
}
