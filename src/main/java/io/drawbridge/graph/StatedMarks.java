package io.drawbridge.graph;

import io.drawbridge.cloud.ResourceId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people say of nodes, over what rules and tags say: of several statements about one role of one node the last counts. */
public final class StatedMarks {

  private final Map<ResourceId, Map<Mark.Role, StatedMark>> byNode = new HashMap<>();

  /** Adds a statement that goes over those before. */
  public void add(ResourceId node, StatedMark stated) {
    byNode.computeIfAbsent(node, none -> new EnumMap<>(Mark.Role.class)).put(stated.role(), stated);
  }

  /** The nodes with what was said of them; the others as they are. */
  public List<Node> over(List<Node> nodes) {
    return nodes.stream().map(this::over).toList();
  }

  private Node over(Node node) {
    Node said = node;
    for (StatedMark stated : byNode.getOrDefault(node.id(), Map.of()).values()) {
      said = stated.on(said);
    }
    return said;
  }
}
