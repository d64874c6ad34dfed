package io.drawbridge.edge.network;

import io.drawbridge.graph.Evidence;

/**
 * One rule of a packet filter.
 *
 * @param order lower is asked first
 * @param ports the destination ports that the rule speaks of
 * @param peers the far ends that the rule speaks of: sources of a filter for what comes in, destinations of one for what goes out
 */
public record FilterRule(int order, boolean allows, Protocol protocol, PortSet ports, Peers peers, Evidence evidence) {

  boolean speaksOf(Peer peer, Protocol packet) {
    return protocol.includes(packet) && peers.include(peer);
  }
}
