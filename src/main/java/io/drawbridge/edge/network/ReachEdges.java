package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import java.util.List;

/**
 * From the internet to an exposed host: through a known vulnerability, or else through a flaw of a service that nobody has named.
 *
 * <p><b>Not modelled:</b> which port the vulnerable software listens on: scanners do not say, so any open port is taken to lead to it.
 */
final class ReachEdges {

  static final String VULNERABILITY = "internet-known-vulnerability";
  static final String SERVICE = "internet-service-flaw";

  private ReachEdges() {}

  static void draw(Exposure exposure, EdgeSink sink) {
    if (exposure.flaws().isEmpty()) {
      services(exposure).forEach(open -> sink.edge(service(exposure, open)));
    } else {
      KnownFlaw worst = exposure.flaws().getFirst();
      Proof proof = exposure.proof().and(Proof.of(List.of(worst.evidence())));
      sink.edge(Edge.of(ExternalId.INTERNET, exposure.host().id(), EdgeKind.CAN_REACH, VULNERABILITY, proof, worst.likelihood().cost())
          .under(exposure.condition()));
    }
  }

  /** More services than a decision may have alternatives are one: some service. */
  private static List<Service> services(Exposure exposure) {
    List<Service> services = Service.behind(exposure.ports());
    return services.size() <= DecisionEdges.MOST_ALTERNATIVES ? services : List.of(new Service("any", exposure.ports()));
  }

  private static Edge service(Exposure exposure, Service open) {
    String ports = open.ports().toString();
    var flaw = new Atom(exposure.host().id(), "flaw:" + open.key(), "Exists", List.of(ports), false,
        "the service `" + open.key() + "` on port " + ports + " has a flaw or lets anyone in");
    return Edge.of(ExternalId.INTERNET, exposure.host().id(), EdgeKind.CAN_REACH_SERVICE, SERVICE, exposure.proof(), Likelihood.UNLIKELY.cost())
        .under(exposure.condition().and(Condition.of(flaw)));
  }
}
