package io.drawbridge.engine;

import io.drawbridge.graph.Condition;
import io.drawbridge.graph.EdgeKind;

/**
 * What a search has to know of an edge; edges that agree in it share one.
 *
 * @param cost in milli-nats
 * @param fromInternet true when the edge starts at {@code external://internet}
 */
public record Term(EdgeKind kind, int cost, Condition condition, boolean fromInternet) {}
