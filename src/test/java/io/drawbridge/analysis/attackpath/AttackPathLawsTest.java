package io.drawbridge.analysis.attackpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.analysis.AttackPath;
import io.drawbridge.analysis.Hop;
import io.drawbridge.analysis.Images;
import io.drawbridge.analysis.NaiveReference;
import io.drawbridge.analysis.NaiveReference.Path;
import io.drawbridge.analysis.Premises;
import io.drawbridge.analysis.RandomPremises;
import io.drawbridge.analysis.Route;
import io.drawbridge.analysis.Seeds;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.RandomGraphs;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKey;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AttackPathLawsTest {

  @Test
  void pathsAreWhatTryingAllOfThemGives() {
    Seeds.upTo(Seeds.EVERY_BUILD, AttackPathLawsTest::agreesWithReference);
  }

  @Test
  @Tag("full")
  void pathsAreWhatTryingAllOfThemGivesAtLength() {
    Seeds.upTo(Seeds.FULL_RUN, AttackPathLawsTest::agreesWithReference);
  }

  @Test
  void everyHopIsMadeOfEdgesThatFollowOneAnother() {
    Seeds.upTo(Seeds.EVERY_BUILD, AttackPathLawsTest::hopsAreEdges);
  }

  @Test
  void takingAnEdgeAwayNeverAddsAPath() {
    Seeds.upTo(Seeds.EVERY_BUILD, AttackPathLawsTest::addsNone);
  }

  private record Rank(boolean conditional, long cost) {}

  private static void agreesWithReference(long seed) {
    var random = new Random(seed);
    Graph graph = RandomGraphs.of(seed, 7, 8 + random.nextInt(22));
    RandomPremises lot = RandomPremises.of(seed, graph);
    List<ResourceId> from = some(random);
    List<ResourceId> to = some(random);
    int k = 1 + random.nextInt(5);
    AttackPathAnswer answer =
        AttackPathSearch.answer(Images.of(graph), new AttackPathQuestion(from, to, k, 1000, lot.premises()));
    List<Path> expected = new ArrayList<>();
    for (ResourceId start : from) {
      for (ResourceId end : to) {
        lot.reference().paths(start, end, Math.min(9, lot.premises().maxHops())).stream().limit(k).forEach(expected::add);
      }
    }
    expected.sort(Comparator.comparing(Path::conditional).thenComparingLong(Path::cost));
    assertThat(answer.paths().stream().map(AttackPath::route).map(route -> new Rank(route.isConditional(), route.cost())))
        .isEqualTo(expected.stream().map(path -> new Rank(path.conditional(), path.cost())).toList());
    Set<List<ResourceId>> distinct = new HashSet<>();
    for (AttackPath path : answer.paths()) {
      List<ResourceId> nodes = path.route().nodes().stream().map(Node::id).toList();
      assertThat(nodes).doesNotHaveDuplicates();
      assertThat(distinct.add(nodes)).isTrue();
      assertThat(nodes.getFirst()).isIn(from);
      assertThat(nodes.getLast()).isIn(to);
    }
    assertThat(answer.status()).isEqualTo(expected.isEmpty() ? PathStatus.NONE : PathStatus.PATHS);
    assertThat(answer.truncated()).isFalse();
    boundKeepsTheBest(graph, new AttackPathQuestion(from, to, k, 1 + random.nextInt(4), lot.premises()), answer);
  }

  private static void boundKeepsTheBest(Graph graph, AttackPathQuestion bounded, AttackPathAnswer all) {
    AttackPathAnswer some = AttackPathSearch.answer(Images.of(graph), bounded);
    List<Rank> ranks = all.paths().stream().limit(bounded.limit()).map(path -> rank(path.route())).toList();
    assertThat(some.paths().stream().map(path -> rank(path.route()))).isEqualTo(ranks);
    assertThat(some.truncated()).isEqualTo(all.paths().size() > bounded.limit());
  }

  private static Rank rank(Route route) {
    return new Rank(route.isConditional(), route.cost());
  }

  private static List<ResourceId> some(Random random) {
    return random.ints(1 + random.nextInt(3), 0, 7).mapToObj(RandomGraphs::id).distinct().toList();
  }

  private static void hopsAreEdges(long seed) {
    Graph graph = RandomGraphs.of(seed, 30, 110);
    Map<EdgeKey, Edge> edges = graph.edges().stream().collect(Collectors.toMap(Edge::key, edge -> edge));
    AttackPathAnswer answer = AttackPathSearch.answer(Images.of(graph), AttackPathQuestion.between(List.of(), List.of()));
    for (AttackPath path : answer.paths()) {
      Route route = path.route();
      for (int i = 0; i < route.hops().size(); i++) {
        Hop hop = route.hops().get(i);
        assertThat(hop.edge().from()).isEqualTo(route.nodes().get(i).id());
        assertThat(hop.edge().to()).isEqualTo(route.nodes().get(i + 1).id());
        ResourceId at = hop.edge().from();
        for (EdgeKey key : hop.parts()) {
          Edge part = Objects.requireNonNull(edges.get(key));
          assertThat(part.from()).isEqualTo(at);
          assertThat(hop.edge().proof().evidence()).containsAll(part.proof().evidence());
          assertThat(hop.edge().condition().atoms()).containsAll(part.condition().atoms());
          at = part.to();
        }
        assertThat(at).isEqualTo(hop.edge().to());
        assertThat(hop.edge().kind()).isNotEqualTo(EdgeKind.IN_SET);
      }
    }
  }

  private static void addsNone(long seed) {
    var random = new Random(seed);
    Graph graph = RandomGraphs.of(seed, 7, 25);
    List<Edge> fewer = new ArrayList<>(graph.edges());
    fewer.remove(random.nextInt(fewer.size()));
    var question = new AttackPathQuestion(List.of(RandomGraphs.id(0)), List.of(RandomGraphs.id(1)), 10_000, 10_000, Premises.DEFAULT);
    Set<List<Node>> before = ways(graph, question);
    assertThat(before).containsAll(ways(Graph.of(graph.nodes(), fewer), question));
    assertThat(before).hasSameSizeAs(
        NaiveReference.of(graph).paths(RandomGraphs.id(0), RandomGraphs.id(1), Premises.ANY_HOPS));
  }

  private static Set<List<Node>> ways(Graph graph, AttackPathQuestion question) {
    return AttackPathSearch.answer(Images.of(graph), question).paths().stream()
        .map(path -> path.route().nodes()).collect(Collectors.toSet());
  }
}
