package io.drawbridge.engine;

import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The edges of an image in the graph's order, each decoded when it is asked for, and the terms they share. */
final class EdgeTable {

  /** From, to, term, technique, proof, how long it lasts or the empty text. */
  static final int COLUMNS = 6;

  /** Kind, cost, condition, whether out of the internet. */
  static final int TERM_COLUMNS = 4;

  private final Decoder decoder;
  private final NodeTable nodes;
  private final Ints edges;
  private final Ints terms;
  private final List<EdgeKind> termKinds = new ArrayList<>();

  /**
   * @throws IllegalArgumentException when the image names a kind that this version does not know
   */
  EdgeTable(Sections sections, Decoder decoder, NodeTable nodes) {
    this.decoder = decoder;
    this.nodes = nodes;
    edges = sections.ints(Section.EDGES);
    terms = sections.ints(Section.TERMS);
    Map<Integer, EdgeKind> known = new HashMap<>();
    for (int term = 0; term < termCount(); term++) {
      termKinds.add(known.computeIfAbsent(termColumn(term, 0), name -> EdgeKind.valueOf(decoder.text(name))));
    }
  }

  int size() {
    return edges.size() / COLUMNS;
  }

  int from(int edge) {
    return column(edge, 0);
  }

  int to(int edge) {
    return column(edge, 1);
  }

  int term(int edge) {
    return column(edge, 2);
  }

  Edge edge(int edge) {
    int term = term(edge);
    String lasting = decoder.text(column(edge, 5));
    return new Edge(nodes.id(from(edge)), nodes.id(to(edge)), termKinds.get(term), decoder.text(column(edge, 3)),
        decoder.condition(termColumn(term, 2)), decoder.proof(column(edge, 4)), termColumn(term, 1),
        lasting.isEmpty() ? null : Duration.parse(lasting));
  }

  int termCount() {
    return terms.size() / TERM_COLUMNS;
  }

  Term decodeTerm(int term) {
    return new Term(termKinds.get(term), termColumn(term, 1), decoder.condition(termColumn(term, 2)), termColumn(term, 3) != 0);
  }

  EdgeKind termKind(int term) {
    return termKinds.get(term);
  }

  private int termColumn(int term, int column) {
    return terms.get((long) term * TERM_COLUMNS + column);
  }

  private int column(int edge, int column) {
    return edges.get((long) edge * COLUMNS + column);
  }
}
