package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import java.util.List;

/**
 * What an attacker makes of open ports: gains the host through a known vulnerability, or else through a flaw of a service that nobody has
 * named.
 *
 * <p><b>Not modelled:</b> which port the vulnerable software listens on: scanners do not say, so any open port is taken to lead to it.
 */
final class ReachEdges {

  private static final String CLOSE = "close the port to who does not need it, by security groups, network ACLs or private addresses";

  static final Technique VULNERABILITY = new Technique("internet-known-vulnerability", "exploits a known vulnerability from the internet", "T1190", CLOSE);
  static final Technique SERVICE = new Technique("internet-service-flaw", "finds a flaw in a service that the internet reaches", "T1190", CLOSE);
  static final Technique INSIDE_VULNERABILITY = new Technique("network-known-vulnerability", "exploits a known vulnerability from another host", "T1210", CLOSE);
  static final Technique INSIDE_SERVICE = new Technique("network-service-flaw", "finds a flaw in a service that another host reaches", "T1210", CLOSE);

  private ReachEdges() {}

  /**
   * One way in which open ports are a host's end.
   *
   * @param proof of the flaw
   * @param condition that there is one
   */
  record Arrival(Proof proof, Condition condition, int cost) {}

  static List<Arrival> arrivals(ResourceId host, List<KnownFlaw> flaws, PortSet ports) {
    if (flaws.isEmpty()) {
      return services(ports).stream().map(open -> new Arrival(Proof.of(List.of()), Condition.of(flaw(host, open)), Likelihood.UNLIKELY.cost())).toList();
    }
    KnownFlaw worst = flaws.getFirst();
    return List.of(new Arrival(Proof.of(worst.evidence()), Condition.NONE, worst.likelihood().cost()));
  }

  static void draw(Exposure exposure, EdgeSink sink) {
    ResourceId host = exposure.host().id();
    boolean known = !exposure.flaws().isEmpty();
    for (Arrival arrival : arrivals(host, exposure.flaws(), exposure.ports())) {
      sink.edge(Edge.of(ExternalId.INTERNET, host, known ? EdgeKind.CAN_REACH : EdgeKind.CAN_REACH_SERVICE, (known ? VULNERABILITY : SERVICE).id(),
          exposure.proof().and(arrival.proof), arrival.cost).under(exposure.condition().and(arrival.condition)));
    }
  }

  /** More services than a decision may have alternatives are one: some service. A function has no ports. */
  private static List<Service> services(PortSet ports) {
    if (ports.isEmpty()) {
      return List.of(new Service("lambda", ports));
    }
    List<Service> services = Service.behind(ports);
    return services.size() <= DecisionEdges.MOST_ALTERNATIVES ? services : List.of(new Service("any", ports));
  }

  private static Atom flaw(ResourceId host, Service open) {
    if (open.ports().isEmpty()) {
      return new Atom(host, "flaw:" + open.key(), "Exists", List.of(), false, "the function's own code has a flaw");
    }
    String ports = open.ports().toString();
    return new Atom(host, "flaw:" + open.key(), "Exists", List.of(ports), false, "the service `" + open.key() + "` on port " + ports + " has a flaw or lets anyone in");
  }
}
