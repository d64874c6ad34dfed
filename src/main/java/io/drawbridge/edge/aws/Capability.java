package io.drawbridge.edge.aws;

import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;

/**
 * What can be done to resources of one sort.
 *
 * @param name of its sets: {@code read-secret}
 * @param technique of its edges: the catalogue's id where it has one
 */
record Capability(String name, EdgeKind kind, String technique, Likelihood likelihood) {}
