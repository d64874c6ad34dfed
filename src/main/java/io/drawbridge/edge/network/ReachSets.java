package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.SetShares;
import io.drawbridge.edge.network.ReachEdges.Arrival;
import io.drawbridge.edge.network.Receivers.Receiver;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import java.util.EnumMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Draws reach between hosts without drawing pairs: host → senders that have one answer → receivers on ports → host.
 *
 * <p>Why two layers: a question that does not ask for unnamed flaws must still pass to hosts with known ones, and it is the first edge of a
 * step that says of which class the step is. So the same senders are two sets, each drawn only where it leads somewhere. Sets of senders
 * have shares in common as capability sets do, the other way round. What a flaw costs and on whom it depends stands at the last edge.
 */
public final class ReachSets {

  private final EdgeSink sink;
  private final Map<Layer, SetShares> senders = new EnumMap<>(Layer.class);
  private final Map<String, SetShares> receivers = new HashMap<>();
  private final Map<ResourceId, List<KnownFlaw>> flaws = new HashMap<>();
  private final Set<CapabilitySetId> drawn = new HashSet<>();

  /** What the receiver's side asks of an attacker. */
  private enum Layer {
    KNOWN(EdgeKind.CAN_REACH, ReachEdges.INSIDE_VULNERABILITY, "senders-to-known-flaws", "reach-known-flaws"),
    SERVICE(EdgeKind.CAN_REACH_SERVICE, ReachEdges.INSIDE_SERVICE, "senders", "reach");

    private final EdgeKind kind;
    private final Technique technique;
    private final String senders;
    private final String receivers;

    Layer(EdgeKind kind, Technique technique, String senders, String receivers) {
      this.kind = kind;
      this.technique = technique;
      this.senders = senders;
      this.receivers = receivers;
    }

    private List<Receiver> of(Receivers receivers) {
      return receivers.hosts().stream().filter(host -> host.flaws().isEmpty() == (this == SERVICE)).toList();
    }
  }

  public ReachSets(EdgeSink sink) {
    this.sink = sink;
  }

  private SetShares sharesInto(Layer layer) {
    return new SetShares((set, part, proof) -> sink.edge(part instanceof CapabilitySetId ? inside(part, set, proof)
        : Edge.of(part, set, layer.kind, layer.technique.id(), proof, 0)));
  }

  /**
   * Every sender's packets arrive at every receiver.
   *
   * @param proof the rules that let them through
   * @param condition what filters that could not be read leave open
   * @param ports of TCP; not empty
   */
  public void open(Senders from, Proof proof, Condition condition, PortSet ports, Receivers to) {
    for (Layer layer : Layer.values()) {
      List<Receiver> hosts = layer.of(to);
      if (!hosts.isEmpty() && !ports.isEmpty() && !isAlone(from, hosts)) {
        sink.edge(inside(enter(layer, from), leave(layer, ports, to.scope(), hosts), proof).under(condition));
      }
    }
  }

  /** A host that only itself sends to. */
  private static boolean isAlone(Senders from, List<Receiver> hosts) {
    return from.parts().isEmpty() && from.hosts().size() == 1 && hosts.size() == 1 && from.hosts().getFirst().id().equals(hosts.getFirst().id());
  }

  private static Edge inside(ResourceId from, ResourceId to, Proof proof) {
    return Edge.of(from, to, EdgeKind.IN_SET, CapabilitySets.MEMBERSHIP, proof, 0);
  }

  private CapabilitySetId enter(Layer layer, Senders from) {
    String[] named = from.scope().split(Pattern.quote(Senders.OF), 2);
    var id = new CapabilitySetId(layer.senders, named[0], named.length > 1 ? named[1] : "");
    if (drawn.add(id)) {
      List<Member> members = new ArrayList<>(from.hosts());
      for (Senders.Part part : from.parts()) {
        CapabilitySetId inner = enter(layer, part.senders());
        if (part.condition().isNone()) {
          members.add(new Member(inner, part.proof()));
        } else {
          sink.edge(inside(inner, id, part.proof()).under(part.condition()));
        }
      }
      if (!members.isEmpty()) {
        senders.computeIfAbsent(layer, this::sharesInto).draw(new CapabilitySet(id, members));
      }
    }
    return id;
  }

  private CapabilitySetId leave(Layer layer, PortSet ports, String scope, List<Receiver> hosts) {
    var id = new CapabilitySetId(layer.receivers + "-" + ports.toString().replace(" ", ""), scope, "");
    if (drawn.add(id)) {
      hosts.forEach(host -> flaws.put(host.id(), host.flaws()));
      receivers.computeIfAbsent(id.capability(), none -> new SetShares((set, part, proof) -> arrive(set, part, proof, ports)))
          .draw(new CapabilitySet(id, hosts.stream().map(host -> new Member(host.id(), host.proof())).toList()));
    }
    return id;
  }

  private void arrive(CapabilitySetId set, ResourceId part, Proof proof, PortSet ports) {
    if (part instanceof CapabilitySetId) {
      sink.edge(inside(set, part, proof));
      return;
    }
    for (Arrival arrival : ReachEdges.arrivals(part, flaws.getOrDefault(part, List.of()), ports)) {
      sink.edge(Edge.of(set, part, EdgeKind.IN_SET, CapabilitySets.MEMBERSHIP, proof.and(arrival.proof()), arrival.cost()).under(arrival.condition()));
    }
  }
}
