package io.drawbridge.edge.network;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.network.AwsDelivery.Delivered;
import io.drawbridge.edge.network.AwsFront.Door;
import io.drawbridge.edge.network.Receivers.Receiver;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Proof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From hosts inside to the targets of internal load balancers.
 *
 * <p><b>Not modelled:</b> internal load balancers in front of functions; load balancers that face the internet, whose names lead hosts of the VPC
 * out of it and back in as anybody.
 */
final class AwsFrontReach {

  /** Whom a target that sees clients takes an unknown one for: of blocks only those for everybody hold it. */
  private static final IpBlock UNKNOWN_CLIENT = IpBlock.of("0.0.0.0/32");

  private final Estate estate;
  private final AwsPlaces places;
  private final AwsSenders senders;
  private final AwsDelivery delivery;
  private final ReachSets sets;

  AwsFrontReach(Estate estate, AwsTransit transit, AwsPlaces places, AwsSenders senders, ReachSets sets) {
    this.estate = estate;
    this.places = places;
    this.senders = senders;
    this.sets = sets;
    this.delivery = new AwsDelivery(estate, transit);
  }

  /** Where the same packets of a door arrive. */
  private record Arrival(int port, Condition condition) {}

  void draw(AwsFront front) {
    for (Door door : front.doors()) {
      Map<Arrival, List<Receiver>> arrivals = new LinkedHashMap<>();
      for (Delivered to : delivery.through(front, door, UNKNOWN_CLIENT)) {
        arrivals.computeIfAbsent(new Arrival(to.port(), to.condition()), none -> new ArrayList<>()).add(new Receiver(to.target(), to.proof(), AwsFlaws.of(estate).of(to.target())));
      }
      if (!arrivals.isEmpty()) {
        front.stands().forEach(stand -> enter(front, stand, door, arrivals));
      }
    }
  }

  private void enter(AwsFront front, AwsHost stand, Door door, Map<Arrival, List<Receiver>> arrivals) {
    AwsPlace place = places.ofReceiver(stand);
    PortSet asked = PortSet.of(door.port(), door.port());
    for (FilterRule rule : front.inbound(AwsNetwork.of(estate)).rules()) {
      if (rule.protocol().includes(Protocol.TCP) && rule.ports().contains(door.port())) {
        for (AwsSenders.Admitted admitted : senders.of(rule.peers(), stand, place)) {
          if (!admitted.ports().intersect(asked).isEmpty()) {
            Proof proof = admitted.proof().and(Proof.of(List.of(rule.evidence(), door.evidence())));
            arrivals.forEach((arrival, hosts) -> sets.open(admitted.senders(), proof, admitted.condition().and(arrival.condition), PortSet.of(arrival.port, arrival.port),
                new Receivers(scope(front, place, door, arrival), hosts)));
          }
        }
      }
    }
  }

  /** Targets that are reached under a condition of their own are a set of their own. */
  private static String scope(AwsFront front, AwsPlace place, Door door, Arrival arrival) {
    String id = front.origin().document().id();
    return place.account() + "/" + place.vpc() + "/" + id.substring(id.indexOf('/') + 1) + ":" + door.port() + (arrival.condition.isNone() ? "" : "/unread");
  }
}
