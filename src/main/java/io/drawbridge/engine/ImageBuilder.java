package io.drawbridge.engine;

import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a graph out as an {@link Image}, in time proportional to its nodes and edges. */
public final class ImageBuilder {

  private final Encoder encoder = new Encoder();
  private final Map<String, Integer> nodeIndexes = new HashMap<>();
  private final Map<NodeKind, Integer> kindIndexes = new EnumMap<>(NodeKind.class);
  private final IntList kinds = new IntList();
  private final IntList nodes = new IntList();
  private final IntList extras = new IntList();
  private final Map<Mark.Role, IntList> marked = new EnumMap<>(Mark.Role.class);
  private final IntList edges = new IntList();
  private final IntList terms = new IntList();
  private final Map<TermKey, Integer> termIndexes = new HashMap<>();
  private final Map<Section, MemorySegment> sections = new EnumMap<>(Section.class);

  private record TermKey(EdgeKind kind, int cost, int condition, boolean fromInternet) {}

  private ImageBuilder() {}

  /**
   * The image of a graph.
   *
   * @throws IllegalArgumentException when the graph's nodes are not sorted by id, or an edge ends at no node
   */
  public static Image of(Graph graph, SnapshotId snapshot, Completeness completeness) {
    return of(graph, graph.hash(), snapshot, completeness);
  }

  static Image of(Graph graph, String graphHash, SnapshotId snapshot, Completeness completeness) {
    var builder = new ImageBuilder();
    for (Mark.Role role : Mark.Role.values()) {
      builder.marked.put(role, new IntList());
    }
    graph.nodes().forEach(builder::add);
    requireOrder(graph);
    graph.edges().forEach(builder::add);
    builder.addRows(graph);
    return builder.finish(builder.encoder.meta(snapshot, graphHash, completeness));
  }

  private void add(Node node) {
    int index = nodeIndexes.size();
    nodeIndexes.put(node.id().text(), index);
    nodes.add(encoder.text(node.id().text()));
    nodes.add(kindIndexes.computeIfAbsent(node.kind(), kind -> kinds.add(encoder.text(kind.name()))));
    nodes.add(encoder.text(node.name()));
    nodes.add(encoder.scope(node.scope()));
    nodes.add(node.facts().isEmpty() && node.marks().isEmpty() ? -1 : addExtras(node));
    marked.forEach((role, list) -> {
      if (node.is(role)) {
        list.add(index);
      }
    });
  }

  private int addExtras(Node node) {
    int offset = extras.add(node.facts().size());
    node.facts().forEach((key, value) -> {
      extras.add(encoder.text(key));
      extras.add(encoder.text(value));
    });
    extras.add(node.marks().size());
    for (Mark mark : node.marks()) {
      extras.add(encoder.text(mark.role().name()));
      extras.add(encoder.text(mark.reason()));
    }
    return offset;
  }

  private void add(Edge edge) {
    edges.add(indexOf(edge.from().text()));
    edges.add(indexOf(edge.to().text()));
    edges.add(term(edge));
    edges.add(encoder.text(edge.technique()));
    edges.add(encoder.proof(edge.proof()));
    edges.add(encoder.text(edge.outlives().map(Object::toString).orElse("")));
  }

  private int indexOf(String id) {
    @Nullable Integer index = nodeIndexes.get(id);
    if (index == null) {
      throw new IllegalArgumentException("an edge ends at `" + id + "`, which is no node");
    }
    return index;
  }

  private int term(Edge edge) {
    Condition condition = edge.condition();
    boolean fromInternet = edge.from().text().equals(ExternalId.INTERNET.text());
    var key = new TermKey(edge.kind(), edge.cost(), encoder.condition(condition), fromInternet);
    return termIndexes.computeIfAbsent(key, added -> {
      int offset = terms.add(encoder.text(added.kind().name()));
      terms.add(added.cost());
      terms.add(added.condition());
      terms.add(added.fromInternet() ? 1 : 0);
      return offset / EdgeTable.TERM_COLUMNS;
    });
  }

  private void addRows(Graph graph) {
    int nodeCount = graph.nodes().size();
    var traversable = new RowSorter(nodeCount, edges);
    for (int edge = 0; edge < graph.edges().size(); edge++) {
      if (graph.edges().get(edge).kind().traversable()) {
        traversable.add(edge);
      }
    }
    traversable.sortInto(sections);
  }

  private Image finish(Ints meta) {
    sections.put(Section.META, meta.segment());
    sections.put(Section.NODE_KINDS, kinds.toInts().segment());
    sections.put(Section.NODES, nodes.toInts().segment());
    sections.put(Section.NODE_EXTRAS, extras.toInts().segment());
    marked.forEach((role, list) -> sections.put(Image.section(role), list.toInts().segment()));
    sections.put(Section.EDGES, edges.toInts().segment());
    sections.put(Section.TERMS, terms.toInts().segment());
    encoder.finish(sections);
    return new Image(new Sections(sections));
  }

  private static void requireOrder(Graph graph) {
    for (int i = 1; i < graph.nodes().size(); i++) {
      if (graph.nodes().get(i - 1).id().compareTo(graph.nodes().get(i).id()) >= 0) {
        throw new IllegalArgumentException("`" + graph.nodes().get(i).id().text() + "` stands twice or out of order: make graphs by Graph.of");
      }
    }
  }
}
