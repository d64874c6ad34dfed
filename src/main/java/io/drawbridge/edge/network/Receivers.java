package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Proof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Hosts at which the same packets arrive.
 *
 * <p>INVARIANT: the scope determines the hosts within one estate.
 *
 * @param scope as of {@link Senders}
 * @param hosts each once, the first of several
 */
public record Receivers(String scope, List<Receiver> hosts) {

  public Receivers {
    hosts = hosts.stream().collect(Collectors.toMap(Receiver::id, host -> host, (first, other) -> first, LinkedHashMap::new)).values().stream().toList();
  }

  /**
   * One of them.
   *
   * @param proof its own side: its interface, its state
   * @param flaws known vulnerabilities that are exploited over the network
   */
  public record Receiver(ResourceId id, Proof proof, List<KnownFlaw> flaws) {
    public Receiver {
      flaws = flaws.stream().sorted().toList();
    }
  }
}
