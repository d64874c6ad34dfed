package io.drawbridge.edge.aws;

import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;

/**
 * What can be done to resources of one sort.
 *
 * @param name of its sets: {@code read-secret}
 */
public record Capability(String name, EdgeKind kind, Technique technique, Likelihood likelihood) {}
