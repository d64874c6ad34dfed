package io.drawbridge.edge.network;

import java.util.Set;

/**
 * The far end of a way, as rules may speak of it.
 *
 * @param address a block where the address is not known: no rule for a part of it speaks of it
 * @param groups security groups or application security groups that its interface is in
 */
public record Peer(IpBlock address, Set<String> groups) {

  public Peer {
    groups = Set.copyOf(groups);
  }

  /** Somebody of whom only the address is known. */
  public static Peer at(IpBlock address) {
    return new Peer(address, Set.of());
  }
}
