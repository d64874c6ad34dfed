package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.api.QueryModule;
import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.Rows;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.util.ArrayList;
import java.util.List;

/** {@code node} and {@code nodes}: one node with its surroundings, and looking for nodes. */
final class Nodes implements QueryModule {

  private static final int MOST_MATCHES = 200;
  private static final int MOST_NEIGHBOURS = 200;

  private final NodeLookup lookup;

  /** An edge with what stands at its other end. */
  record Neighbour(Edge edge, Node node) {}

  /** The first neighbours, and how many there are. */
  record Neighbours(List<Neighbour> edges, int totalCount) {}

  Nodes(NodeLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public String topic() {
    return "node";
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Query", type -> type.dataFetcher("node", this::node).dataFetcher("nodes", Nodes::nodes));
    Fields.of("Node", Node.class)
        .field("outgoing", (node, field) -> neighbours(node, field, Pinned.image(field).forward()))
        .field("vulnerability", node -> NodeVulnerability.of(node).orElse(null))
        .field("incoming", (node, field) -> neighbours(node, field, Pinned.image(field).reverse()))
        .addTo(wiring);
  }

  private Node node(DataFetchingEnvironment field) {
    Image image = Pinned.image(field);
    String id = field.getArgumentOrDefault("id", "");
    return image.node(index(image, lookup.find(image, id)));
  }

  private static NodeMatches nodes(DataFetchingEnvironment field) {
    String text = field.getArgumentOrDefault("text", "");
    List<NodeKind> kinds = field.getArgumentOrDefault("kinds", List.of());
    List<Cloud> clouds = field.getArgumentOrDefault("clouds", List.of());
    String scope = field.getArgumentOrDefault("scope", "");
    Mark.Role marked = field.getArgument("marked");
    return new NodeFilter(text, kinds, clouds, scope, marked).matches(Pinned.image(field), Arguments.first(field, MOST_MATCHES));
  }

  private static Neighbours neighbours(Node node, DataFetchingEnvironment field, Rows rows) {
    Image image = Pinned.image(field);
    int index = index(image, node.id());
    int start = rows.start(index);
    int total = rows.end(index) - start;
    List<Neighbour> first = new ArrayList<>();
    for (int row = start; row < start + Math.min(total, Arguments.first(field, MOST_NEIGHBOURS)); row++) {
      first.add(new Neighbour(image.edge(rows.edge(row)), image.node(rows.neighbour(row))));
    }
    return new Neighbours(first, total);
  }

  private static int index(Image image, ResourceId id) {
    return image.find(id).orElseThrow(() -> new IllegalStateException("`" + id.text() + "` was found and is not there"));
  }
}
