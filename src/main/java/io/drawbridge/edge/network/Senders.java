package io.drawbridge.edge.network;

import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Proof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Hosts whose packets all have the same answer: those that rules name together and filters and routes do not tell apart.
 *
 * <p>INVARIANT: the scope determines hosts and parts within one estate.
 *
 * @param scope begins with an account of AWS and a slash, or is an id of Azure with something after it; what follows {@code set://<capability>/}
 * @param hosts each once, the first of several; with the sender's own side: its interface, the rule that lets its packets out
 * @param parts other senders that are among these
 */
public record Senders(String scope, List<Member> hosts, List<Part> parts) {

  /** In a scope, begins the hash of what is in it: sets with the same scope before it have shares in common. */
  public static final String OF = "?except=";

  public Senders {
    hosts = hosts.stream().collect(Collectors.toMap(Member::id, host -> host, (first, other) -> first, LinkedHashMap::new)).values().stream().toList();
    parts = List.copyOf(parts);
  }

  /**
   * Senders within senders.
   *
   * @param proof how their packets come as far
   */
  public record Part(Senders senders, Proof proof, Condition condition) {}

  public static Senders of(String scope, List<Member> hosts) {
    return new Senders(scope, hosts, List.of());
  }

  public static Senders together(String scope, List<Part> parts) {
    return new Senders(scope, List.of(), parts);
  }
}
