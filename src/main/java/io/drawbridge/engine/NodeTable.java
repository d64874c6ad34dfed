package io.drawbridge.engine;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The nodes of an image, sorted by id, each decoded when it is asked for. */
final class NodeTable {

  /** Id, kind, name, scope, offset of facts and marks or −1. */
  static final int COLUMNS = 5;

  private final Decoder decoder;
  private final Ints nodes;
  private final Ints extras;
  private final List<NodeKind> kinds = new ArrayList<>();
  private final BitSet sets = new BitSet();

  /**
   * @throws IllegalArgumentException when the image names a kind that this version does not know
   */
  NodeTable(Sections sections, Decoder decoder) {
    this.decoder = decoder;
    nodes = sections.ints(Section.NODES);
    extras = sections.ints(Section.NODE_EXTRAS);
    Ints names = sections.ints(Section.NODE_KINDS);
    for (int i = 0; i < names.size(); i++) {
      kinds.add(NodeKind.valueOf(decoder.text(names.get(i))));
    }
    for (int node = 0; node < size(); node++) {
      sets.set(node, kind(node).isSet());
    }
  }

  int size() {
    return nodes.size() / COLUMNS;
  }

  ResourceId id(int node) {
    return decoder.id(column(node, 0));
  }

  NodeKind kind(int node) {
    return kinds.get(column(node, 1));
  }

  boolean isSet(int node) {
    return sets.get(node);
  }

  int scopeIndex(int node) {
    return column(node, 3);
  }

  Scope scope(int node) {
    return decoder.scope(scopeIndex(node));
  }

  Node node(int node) {
    var facts = new TreeMap<String, String>();
    List<Mark> marks = new ArrayList<>();
    int offset = column(node, 4);
    if (offset >= 0) {
      var cursor = new Decoder.Cursor(extras, offset);
      for (int left = cursor.next(); left > 0; left--) {
        facts.put(decoder.text(cursor.next()), decoder.text(cursor.next()));
      }
      for (int left = cursor.next(); left > 0; left--) {
        marks.add(new Mark(Mark.Role.valueOf(decoder.text(cursor.next())), decoder.text(cursor.next())));
      }
    }
    return new Node(id(node), kind(node), decoder.text(column(node, 2)), scope(node), facts, marks);
  }

  String name(int node) {
    return decoder.text(column(node, 2));
  }

  String idText(int node) {
    return decoder.text(column(node, 0));
  }

  boolean isNamed(int node, byte[] name) {
    return decoder.isEqual(column(node, 2), name);
  }

  boolean idEndsWith(int node, byte[] end) {
    return decoder.endsWith(column(node, 0), end);
  }

  OptionalInt find(String id) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = idText(middle).compareTo(id);
      if (order == 0) {
        return OptionalInt.of(middle);
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return OptionalInt.empty();
  }

  private int column(int node, int column) {
    return nodes.get((long) node * COLUMNS + column);
  }
}
