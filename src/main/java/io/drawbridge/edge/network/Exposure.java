package io.drawbridge.edge.network;

import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.Proof;
import java.util.List;

/**
 * What of one host packets from the internet arrive at, or what a load balancer makes of them.
 *
 * @param host as far as a network tells it
 * @param ports TCP; empty for a function, which is called and not connected to
 * @param proof every deciding rule, and the filters that were never collected
 * @param condition what filters that could not be read leave open
 * @param flaws known vulnerabilities that are exploited over the network, worst first
 */
public record Exposure(Node host, PortSet ports, Proof proof, Condition condition, List<KnownFlaw> flaws) {

  public Exposure {
    flaws = flaws.stream().sorted().toList();
  }
}
