package io.drawbridge.analysis;

import io.drawbridge.engine.Trail;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKey;
import io.drawbridge.graph.Node;
import java.util.ArrayList;
import java.util.List;

/** Turns ways through the image into what answers show: without capability sets, with what is still asked at each hop. */
public final class Routes {

  private final Ground ground;

  public Routes(Ground ground) {
    this.ground = ground;
  }

  public Route route(Trail trail) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < trail.nodeCount(); i++) {
      nodes.add(ground.image().node(trail.node(i)));
    }
    List<Hop> hops = hops(trail);
    return new Route(nodes, hops, condition(hops));
  }

  /** The steps, one less than nodes. */
  public List<Hop> hops(Trail trail) {
    return hops(trail, 0);
  }

  public Hop lastHop(Trail trail) {
    int first = trail.edgeCount() - 1;
    while (ground.image().isSet(ground.image().from(trail.edge(first)))) {
      first--;
    }
    return hops(trail, first).getFirst();
  }

  private List<Hop> hops(Trail trail, int first) {
    List<Hop> hops = new ArrayList<>();
    List<Edge> parts = new ArrayList<>();
    for (int i = first; i < trail.edgeCount(); i++) {
      parts.add(ground.image().edge(trail.edge(i)));
      if (!ground.image().isSet(ground.image().to(trail.edge(i)))) {
        hops.add(joined(parts));
        parts.clear();
      }
    }
    return hops;
  }

  /** What the hops ask and no assumption settled, in their order. */
  public List<PathAtom> condition(List<Hop> hops) {
    List<PathAtom> atoms = new ArrayList<>();
    for (int i = 0; i < hops.size(); i++) {
      int hop = i;
      ground.settlement().open(hops.get(i).edge().condition()).forEach(atom -> atoms.add(new PathAtom(hop, atom)));
    }
    return atoms;
  }

  private static Hop joined(List<Edge> parts) {
    Edge joined = parts.getFirst();
    for (Edge part : parts.subList(1, parts.size())) {
      joined = new Edge(joined.from(), part.to(), joined.kind(), joined.technique(), joined.condition().and(part.condition()),
          joined.proof().and(part.proof()), Math.addExact(joined.cost(), part.cost()), joined.lasting());
    }
    List<EdgeKey> keys = parts.stream().map(Edge::key).toList();
    return new Hop(joined, keys);
  }
}
