package io.drawbridge.store.neo4j;

import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole graph back, for a reader that has the database and no image. */
final class GraphReader {

  private GraphReader() {}

  static Graph read(Neo4jDatabase database) {
    Map<String, Evidence> evidence = new HashMap<>();
    database.stream(
        CypherCatalog.statement("read/evidence"),
        row -> evidence.put(row.get("evidence").get("hash").asString(), EvidenceRow.read(row.get("evidence"))));
    List<Node> nodes = new ArrayList<>();
    database.stream(CypherCatalog.statement("read/nodes"), row -> nodes.add(NodeRow.read(row.get("node"))));
    List<Edge> edges = new ArrayList<>();
    database.stream(CypherCatalog.statement("read/edges"), row -> edges.add(EdgeRow.read(row, evidence)));
    return Graph.of(nodes, edges);
  }
}
