package io.drawbridge.engine;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One published state of the estate, as arrays outside the heap: what every question is answered from.
 *
 * <p>Nodes and edges have indexes from 0, in the graph's order; values are decoded when asked for, so an image of any size opens
 * at once. Immutable and safe for any number of readers. Made by {@link ImageBuilder} or opened by {@link ImageFile}.
 */
public final class Image {

  private final Sections sections;
  private final Decoder decoder;
  private final NodeTable nodes;
  private final EdgeTable edges;
  private final Rows forward;
  private final Rows reverse;
  private final Completeness completeness;

  Image(Sections sections) {
    this.sections = sections;
    decoder = new Decoder(sections);
    nodes = new NodeTable(sections, decoder);
    edges = new EdgeTable(sections, decoder, nodes);
    forward = new Rows(sections.ints(Section.FORWARD_OFFSETS), sections.ints(Section.FORWARD_ROWS), false);
    reverse = new Rows(sections.ints(Section.REVERSE_OFFSETS), sections.ints(Section.REVERSE_ROWS), true);
    completeness = decoder.completeness();
  }

  public SnapshotId snapshot() {
    return decoder.snapshot();
  }

  /** {@link Graph#hash()} of the graph it was made from. */
  public String graphHash() {
    return decoder.graphHash();
  }

  public Completeness completeness() {
    return completeness;
  }

  public int nodeCount() {
    return nodes.size();
  }

  public Node node(int index) {
    return nodes.node(index);
  }

  public ResourceId id(int node) {
    return nodes.id(node);
  }

  /** The id without the work of taking it apart. */
  public String idText(int node) {
    return nodes.idText(node);
  }

  public String name(int node) {
    return nodes.name(node);
  }

  /** Compares the name's bytes in UTF-8, so that a scan over all nodes decodes nothing. */
  public boolean isNamed(int node, byte[] name) {
    return nodes.isNamed(node, name);
  }

  /** As {@link #isNamed}, for the end of the id. */
  public boolean idEndsWith(int node, byte[] end) {
    return nodes.idEndsWith(node, end);
  }

  public NodeKind kind(int node) {
    return nodes.kind(node);
  }

  /** True for capability sets, which no answer shows. */
  public boolean isSet(int node) {
    return nodes.isSet(node);
  }

  /** Where the node lives, as an index for {@link #scope}. */
  public int scopeIndex(int node) {
    return nodes.scopeIndex(node);
  }

  public Scope scope(int scopeIndex) {
    return decoder.scope(scopeIndex);
  }

  public int scopeCount() {
    return decoder.scopeCount();
  }

  public OptionalInt find(ResourceId id) {
    return nodes.find(id.text());
  }

  /** The nodes with a mark, ascending. */
  public int[] marked(Mark.Role role) {
    return sections.ints(section(role)).toArray();
  }

  /** All edges, those that are not traversable too. */
  public int edgeCount() {
    return edges.size();
  }

  public Edge edge(int index) {
    return edges.edge(index);
  }

  public int from(int edge) {
    return edges.from(edge);
  }

  public int to(int edge) {
    return edges.to(edge);
  }

  public EdgeKind edgeKind(int edge) {
    return edges.termKind(edges.term(edge));
  }

  public int term(int edge) {
    return edges.term(edge);
  }

  public int termCount() {
    return edges.termCount();
  }

  public Term decodeTerm(int term) {
    return edges.decodeTerm(term);
  }

  /** Traversable edges by where they start. */
  public Rows forward() {
    return forward;
  }

  /** Traversable edges by where they end. */
  public Rows reverse() {
    return reverse;
  }

  /** The whole graph as values: for exports and tests, not for answers. */
  public Graph toGraph() {
    List<Node> allNodes = new ArrayList<>(nodeCount());
    for (int node = 0; node < nodeCount(); node++) {
      allNodes.add(node(node));
    }
    List<Edge> allEdges = new ArrayList<>(edgeCount());
    for (int edge = 0; edge < edgeCount(); edge++) {
      allEdges.add(edge(edge));
    }
    return new Graph(allNodes, allEdges);
  }

  Sections sections() {
    return sections;
  }

  static Section section(Mark.Role role) {
    return switch (role) {
      case ENTRY_POINT -> Section.ENTRY_POINTS;
      case CROWN_JEWEL -> Section.CROWN_JEWELS;
    };
  }
}
