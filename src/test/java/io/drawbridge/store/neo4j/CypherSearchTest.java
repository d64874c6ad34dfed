package io.drawbridge.store.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.Deadline;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.engine.RandomGraphs;
import io.drawbridge.engine.Sweep;
import io.drawbridge.engine.TermMask;
import io.drawbridge.engine.Terrain;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import io.drawbridge.store.DataDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cypher against a breadth-first search by hand, on many random graphs in one load, each a component of its own. */
class CypherSearchTest {

  private static final int GRAPHS = 60;
  /** Of every edge, so that the cheapest way is the one with the fewest edges. */
  private static final int COST = 7;

  @TempDir private static Path folder;

  private static List<Graph> graphs = List.of();
  private static CypherSearch cypher = new CypherSearch(SharedNeo4j.child().database());

  @BeforeAll
  static void loadAll() {
    graphs = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int seed = 0; seed < GRAPHS; seed++) {
      Graph graph = renamed(RandomGraphs.of(seed, 8 + seed % 20, 10 + seed), seed);
      graphs.add(graph);
      nodes.addAll(graph.nodes());
      edges.addAll(graph.edges());
    }
    var store = new Neo4jGraphStore(SharedNeo4j.empty(), () -> {}, DataDirectory.open(folder), Clock.systemUTC());
    store.load(Graph.of(nodes, edges), new SnapshotId("20261124T020000Z-0000000a"), new Completeness(100, List.of()));
  }

  @Test
  void reachIsThatOfABreadthFirstSearch() {
    List<ResourceId> starts = new ArrayList<>();
    Map<ResourceId, Integer> expected = new TreeMap<>();
    for (Graph graph : graphs) {
      ResourceId start = graph.nodes().getFirst().id();
      starts.add(start);
      expected.putAll(hops(graph, start));
    }
    assertThat(expected.values()).as("the graphs are no trivial ones").anyMatch(hops -> hops > 3);
    assertThat(cypher.reach(starts)).isEqualTo(expected);
  }

  @Test
  void shortestIsThatOfABreadthFirstSearch() {
    for (int seed = 0; seed < GRAPHS; seed += 4) {
      Graph graph = graphs.get(seed);
      ResourceId start = graph.nodes().getFirst().id();
      ResourceId end = graph.nodes().getLast().id();
      Integer hops = hops(graph, start).get(end);
      assertThat(cypher.shortest(start, end)).as("seed " + seed).isEqualTo(hops == null ? OptionalInt.empty() : OptionalInt.of(hops));
    }
  }

  @Test
  void theEngineReachesTheSameByTheSameNumberOfEdges() {
    List<ResourceId> starts = new ArrayList<>();
    Map<ResourceId, Integer> engine = new TreeMap<>();
    Set<ResourceId> sets = new HashSet<>();
    for (Graph graph : graphs) {
      starts.add(graph.nodes().getFirst().id());
      graph.nodes().stream().filter(node -> node.kind().isSet()).map(Node::id).forEach(sets::add);
      Image image = ImageBuilder.of(graph, new SnapshotId("s"), new Completeness(100, List.of()));
      TermMask everything = TermMask.of(image, term -> TermMask.Follow.ALWAYS);
      Sweep sweep = new Sweep(image).forward(Terrain.of(image, everything, Integer.MAX_VALUE, Deadline.NEVER), 0);
      sweep.forEachReached(node -> engine.put(image.id(node), (int) sweep.cost(node) / COST));
    }
    Map<ResourceId, Integer> reached = new TreeMap<>(cypher.reach(starts));
    reached.keySet().removeAll(sets);
    engine.keySet().removeAll(sets);
    assertThat(sets).isNotEmpty();
    assertThat(engine).isEqualTo(reached);
  }

  @Test
  void nothingIsReachedFromAnIdThatIsNotThere() {
    assertThat(cypher.reach(List.of(Arn.of("iam", "", "999999999999", "role/none")))).isEmpty();
  }

  private static Map<ResourceId, Integer> hops(Graph graph, ResourceId start) {
    Map<ResourceId, Integer> hops = new HashMap<>();
    Set<ResourceId> level = Set.of(start);
    for (int distance = 0; !level.isEmpty(); distance++) {
      Set<ResourceId> next = new HashSet<>();
      for (ResourceId node : level) {
        hops.put(node, distance);
      }
      for (Edge edge : graph.edges()) {
        if (edge.kind().traversable() && level.contains(edge.from()) && !hops.containsKey(edge.to())) {
          next.add(edge.to());
        }
      }
      level = next;
    }
    return hops;
  }

  /** The same graph under ids that no other one has. */
  private static Graph renamed(Graph graph, int seed) {
    Map<ResourceId, ResourceId> names = new HashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      ResourceId id = Arn.of("iam", "", "%012d".formatted(seed), "role/n" + names.size());
      names.put(node.id(), id);
      nodes.add(new Node(id, node.kind(), node.name(), node.scope(), node.facts(), node.marks()));
    }
    List<Edge> edges = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      edges.add(new Edge(
          renamed(edge.from(), names),
          renamed(edge.to(), names),
          edge.kind(),
          edge.technique(),
          edge.condition(),
          edge.proof(),
          COST,
          edge.lasting()));
    }
    return Graph.of(nodes, edges);
  }

  private static ResourceId renamed(ResourceId id, Map<ResourceId, ResourceId> names) {
    return names.getOrDefault(id, id);
  }
}
