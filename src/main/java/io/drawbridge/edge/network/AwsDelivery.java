package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.network.AwsFront.Door;
import io.drawbridge.edge.network.AwsFront.Forward;
import io.drawbridge.edge.network.AwsTransit.Carried;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a connection that a load balancer has taken: the targets that it really gets to.
 *
 * <p>A target that sees the client's address lets in by it, or by a group of the load balancer; any other lets in by the load balancer's address
 * and groups. A function that is registered has let in load balancers by its policy, which registering asks for. <b>Not modelled:</b> that ACLs and
 * routes see the client's address too, where it is kept.
 */
final class AwsDelivery {

  private final AwsNetwork network;
  private final AwsTransit transit;
  private final Map<String, List<AwsHost>> byInstance = new HashMap<>();
  private final Map<IpBlock, List<AwsHost>> byAddress = new HashMap<>();
  private final Map<String, AwsFront> fronts = new HashMap<>();

  AwsDelivery(Estate estate, AwsTransit transit) {
    this.network = AwsNetwork.of(estate);
    this.transit = transit;
    for (AwsHost host : AwsHosts.of(estate).all()) {
      if (!host.receives().isEmpty()) {
        byInstance.computeIfAbsent(((Arn) host.id()).name(), none -> new ArrayList<>()).add(host);
        byAddress.computeIfAbsent(host.address(), none -> new ArrayList<>()).add(host);
      }
    }
    AwsFronts.of(estate).all().forEach(front -> fronts.put(front.origin().document().id(), front));
  }

  /**
   * A connection that got to a host or a function.
   *
   * @param port 0 for a function
   */
  record Delivered(Arn target, int port, Proof proof, Condition condition) {}

  /**
   * Where a door leads.
   *
   * @param client where the connection comes from; a block that only rules for everybody hold where it is not known
   */
  List<Delivered> through(AwsFront front, Door door, IpBlock client) {
    List<Delivered> delivered = new ArrayList<>();
    for (Forward forward : door.forwards()) {
      List<Evidence> by = new ArrayList<>(forward.by());
      by.add(door.evidence());
      by.add(front.evidence());
      switch (forward.type()) {
        case "lambda" -> Arn.find(forward.target()).ifPresent(function -> delivered.add(new Delivered(function, 0, Proof.of(by), Condition.NONE)));
        case "alb" -> further(front, forward, client).forEach(next -> delivered.add(new Delivered(next.target, next.port, next.proof.and(Proof.of(by)), next.condition)));
        default -> hosts(forward).forEach(host -> arrives(front, forward, host, client)
            .ifPresent(way -> delivered.add(new Delivered((Arn) host.id(), forward.port(), way.proof().and(Proof.of(by)).and(host.proof()), way.condition()))));
      }
    }
    return delivered;
  }

  /** The hosts that a target names. */
  List<AwsHost> hosts(Forward forward) {
    return forward.type().equals("instance") ? byInstance.getOrDefault(forward.target(), List.of())
        : IpBlock.parse(forward.target()).map(address -> byAddress.getOrDefault(address, List.of())).orElse(List.of());
  }

  /** An Application Load Balancer behind a Network Load Balancer. */
  private List<Delivered> further(AwsFront front, Forward forward, IpBlock client) {
    AwsFront behind = fronts.get(forward.target());
    if (behind == null) {
      return List.of();
    }
    return behind.doors().stream().filter(door -> door.port() == forward.port() && behind.stands().stream().anyMatch(stand -> arrives(front, forward, stand, client).isPresent()))
        .flatMap(door -> through(behind, door, client).stream()).toList();
  }

  private Optional<Carried> arrives(AwsFront front, Forward forward, AwsHost host, IpBlock client) {
    for (AwsHost stand : front.stands()) {
      Carried way = transit.between(stand, host);
      Peer peer = forward.keepsClient() ? new Peer(client, stand.groupIds()) : stand.peer();
      Passed passed = network.filters().inbound(host.groups()).pass(peer, Protocol.TCP, PortSet.of(forward.port(), forward.port()));
      if (way.ports().contains(forward.port()) && host.receives().contains(forward.port()) && !passed.isNothing()) {
        return Optional.of(new Carried(passed.ports(), way.references(), way.proof().and(Proof.of(passed.by())), way.condition()));
      }
    }
    return Optional.empty();
  }
}
