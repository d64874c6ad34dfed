package io.drawbridge.edge.network;

import io.drawbridge.graph.Evidence;

/**
 * One rule of a packet filter, reduced to what it says of TCP from a given source.
 *
 * @param order lower is asked first
 * @param ports the destination ports that the rule speaks of
 */
record FilterRule(int order, boolean allows, PortSet ports, Evidence evidence) {}
