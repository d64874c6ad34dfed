package io.drawbridge.edge.network;

import java.util.List;
import java.util.Set;

/**
 * Whom a rule speaks of: who is in any of the blocks, or in any of the groups.
 *
 * @param blocks what prefix lists and service tags stand for included
 */
public record Peers(List<IpBlock> blocks, Set<String> groups) {

  public static final Peers ANYBODY = new Peers(List.of(IpBlock.ALL_V4, IpBlock.ALL_V6), Set.of());

  public Peers {
    blocks = List.copyOf(blocks);
    groups = Set.copyOf(groups);
  }

  public static Peers in(IpBlock... blocks) {
    return new Peers(List.of(blocks), Set.of());
  }

  public boolean include(Peer peer) {
    return blocks.stream().anyMatch(block -> block.contains(peer.address())) || peer.groups().stream().anyMatch(groups::contains);
  }
}
