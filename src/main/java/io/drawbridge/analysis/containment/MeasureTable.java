package io.drawbridge.analysis.containment;

import io.drawbridge.engine.Image;
import io.drawbridge.engine.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The measures that came up for one question, numbered, each with the edges that it takes away. */
final class MeasureTable {

  private final Image image;
  private final BitSet held;
  private final BitSet neverCut;
  private final Instant now;
  private final List<Measure> measures = new ArrayList<>();
  private final List<BitSet> edges = new ArrayList<>();
  private final Map<Measure.Key, Integer> numbers = new HashMap<>();
  private final Map<Integer, BitSet> byEdge = new HashMap<>();

  private static final int REFUSED = -1;

  /**
   * @param held nodes that the attacker holds besides the identities
   * @param neverCut nodes that no measure may touch
   */
  MeasureTable(Image image, BitSet held, BitSet neverCut, Instant now) {
    this.image = image;
    this.held = held;
    this.neverCut = neverCut;
    this.now = now;
  }

  int size() {
    return measures.size();
  }

  Measure measure(int number) {
    return measures.get(number);
  }

  /** The edges that a measure takes away: all of them in the image. */
  BitSet edges(int number) {
    return edges.get(number);
  }

  /** The measures that close a way, by cutting an edge of it or by ending the holding that it starts from. */
  BitSet closing(Trail trail) {
    var closing = new BitSet();
    for (int i = 0; i < trail.edgeCount(); i++) {
      closing.or(byEdge.computeIfAbsent(trail.edge(i), this::cutting));
    }
    if (held.get(trail.start())) {
      HeldSessions.revoke(image, trail.start(), now).map(this::number).filter(number -> number != REFUSED).ifPresent(closing::set);
    }
    return closing;
  }

  private BitSet cutting(int edge) {
    var cutting = new BitSet();
    var site = new Site(image, edge);
    MeasureRule.ALL.forEach(rule -> rule.propose(site, measure -> {
      int number = number(measure);
      if (number != REFUSED && edges.get(number).get(edge)) {
        cutting.set(number);
      }
    }));
    return cutting;
  }

  private int number(Measure measure) {
    return numbers.computeIfAbsent(measure.key(), added -> {
      var taken = new BitSet();
      measure.cuts().forEach(cut -> cut.mark(image, taken));
      if (neverCut.get(measure.target()) || taken.stream().anyMatch(this::isSpared)) {
        return REFUSED;
      }
      measures.add(measure);
      edges.add(taken);
      return measures.size() - 1;
    });
  }

  private boolean isSpared(int edge) {
    return neverCut.get(image.from(edge)) || neverCut.get(image.to(edge));
  }
}
