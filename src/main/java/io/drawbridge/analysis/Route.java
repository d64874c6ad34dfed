package io.drawbridge.analysis;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.Unread;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A way through the graph, from an entry to a target.
 *
 * @param nodes one more than hops; no node twice, no capability set
 * @param condition what must hold, in the order of the hops; without what the asker's assumptions settled
 */
public record Route(List<Node> nodes, List<Hop> hops, List<PathAtom> condition) {

  public Route {
    nodes = List.copyOf(nodes);
    hops = List.copyOf(hops);
    condition = List.copyOf(condition);
  }

  public Node entry() {
    return nodes.getFirst();
  }

  public Node target() {
    return nodes.getLast();
  }

  public boolean isConditional() {
    return !condition.isEmpty();
  }

  /** In milli-nats. */
  public long cost() {
    return hops.stream().mapToLong(hop -> hop.edge().cost()).sum();
  }

  /** From 0 to 1. */
  public double likelihood() {
    return Likelihood.ofCost(cost());
  }

  /** The clouds it runs through, Entra counted as Azure. */
  public SortedSet<Cloud> clouds() {
    SortedSet<Cloud> clouds = new TreeSet<>();
    for (Node node : nodes) {
      switch (node.cloud()) {
        case AWS -> clouds.add(Cloud.AWS);
        case AZURE, ENTRA -> clouds.add(Cloud.AZURE);
        case EXTERNAL -> {}
      }
    }
    return clouds;
  }

  /** The restricting sides that nobody read, over all hops. */
  public SortedSet<Unread> unread() {
    SortedSet<Unread> unread = new TreeSet<>();
    hops.forEach(hop -> unread.addAll(hop.edge().proof().unread()));
    return unread;
  }
}
