package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.Scope;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/**
 * A node of the graph as a {@code Node} with a second label by kind.
 *
 * <p>A fact {@code region} is the property {@code fact_region}; a mark is a list of its reasons, {@code entryPoint} or {@code
 * crownJewel}, so that {@code WHERE node.crownJewel IS NOT NULL} finds what must not fall.
 */
final class NodeRow {

  private static final String FACT = "fact_";

  private NodeRow() {}

  static Map<String, Object> of(Node node) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", node.id().text());
    row.put("label", node.kind().label());
    row.put("kind", node.kind().name());
    row.put("cloud", node.cloud().name());
    row.put("name", node.name());
    row.put("scopeCloud", node.scope().cloud().name());
    row.put("scope", node.scope().id());
    node.facts().forEach((key, value) -> row.put(FACT + key, value));
    for (Mark.Role role : Mark.Role.values()) {
      List<String> reasons = node.marks().stream().filter(mark -> mark.role() == role).map(Mark::reason).toList();
      if (!reasons.isEmpty()) {
        row.put(property(role), reasons);
      }
    }
    return row;
  }

  static Node read(Value row) {
    var scope = new Scope(Cloud.valueOf(row.get("scopeCloud").asString()), row.get("scope").asString());
    Node node = Node.of(Ids.parse(row.get("id").asString()), NodeKind.valueOf(row.get("kind").asString()), row.get("name").asString(), scope);
    for (String key : row.keys()) {
      if (key.startsWith(FACT)) {
        node = node.withFact(key.substring(FACT.length()), row.get(key).asString());
      }
    }
    for (Mark.Role role : Mark.Role.values()) {
      for (String reason : row.get(property(role)).asList(Value::asString, List.of())) {
        node = node.withMark(role, reason);
      }
    }
    return node;
  }

  private static String property(Mark.Role role) {
    return switch (role) {
      case ENTRY_POINT -> "entryPoint";
      case CROWN_JEWEL -> "crownJewel";
    };
  }
}
