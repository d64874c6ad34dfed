package io.drawbridge.analysis;

import io.drawbridge.graph.EdgeClass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many edges lead out of what an answer reached and were not followed, by class.
 *
 * @param edges in the enum's order, without zeros
 */
public record LeftOut(Map<EdgeClass, Integer> edges) {

  public LeftOut {
    Map<EdgeClass, Integer> ordered = new EnumMap<>(EdgeClass.class);
    edges.forEach((edgeClass, count) -> {
      if (count > 0) {
        ordered.put(edgeClass, count);
      }
    });
    edges = Collections.unmodifiableMap(ordered);
  }
}
