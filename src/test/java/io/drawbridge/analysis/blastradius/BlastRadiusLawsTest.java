package io.drawbridge.analysis.blastradius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drawbridge.analysis.Images;
import io.drawbridge.analysis.NaiveReference;
import io.drawbridge.analysis.NaiveReference.Best;
import io.drawbridge.analysis.Premises;
import io.drawbridge.analysis.RandomPremises;
import io.drawbridge.analysis.Seeds;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.RandomGraphs;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Likelihood;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BlastRadiusLawsTest {

  @Test
  void aRadiusIsWhatTheReferenceSays() {
    Seeds.upTo(Seeds.EVERY_BUILD, BlastRadiusLawsTest::agreesWithReference);
  }

  @Test
  @Tag("full")
  void aRadiusIsWhatTheReferenceSaysAtLength() {
    Seeds.upTo(Seeds.FULL_RUN, BlastRadiusLawsTest::agreesWithReference);
  }

  @Test
  void takingAnEdgeAwayNeverGrowsARadius() {
    Seeds.upTo(Seeds.EVERY_BUILD, BlastRadiusLawsTest::shrinks);
  }

  @Test
  @Tag("full")
  void takingAnEdgeAwayNeverGrowsARadiusAtLength() {
    Seeds.upTo(Seeds.FULL_RUN, BlastRadiusLawsTest::shrinks);
  }

  private static void agreesWithReference(long seed) {
    var random = new Random(seed);
    Graph graph = RandomGraphs.of(seed, 5 + random.nextInt(40), random.nextInt(160));
    RandomPremises lot = RandomPremises.of(seed, graph);
    Set<ResourceId> from = new HashSet<>(List.of(RandomGraphs.id(0), RandomGraphs.id(random.nextInt(3)), RandomGraphs.id(3 + random.nextInt(2))));
    BlastRadiusAnswer answer =
        BlastRadiusSearch.answer(Images.of(graph), new BlastRadiusQuestion(List.copyOf(from), lot.premises()));
    NaiveReference reference = lot.reference();
    SortedMap<ResourceId, Best> certain = reference.reach(from, false, lot.premises().maxHops());
    SortedMap<ResourceId, Best> possible = reference.reach(from, true, lot.premises().maxHops());
    Map<ResourceId, Reached> rows = answer.reached().stream().collect(Collectors.toMap(row -> row.node().id(), row -> row));
    assertThat(answer.truncated()).isFalse();
    assertThat(rows.keySet()).isEqualTo(possible.keySet());
    rows.forEach((id, row) -> {
      Best expected = Objects.requireNonNull(certain.containsKey(id) ? certain.get(id) : possible.get(id));
      assertThat(row.condition().isEmpty()).as(id.text()).isEqualTo(certain.containsKey(id));
      assertThat(row.hops()).as(id.text()).isEqualTo(expected.hops());
      assertThat(row.likelihood()).as(id.text()).isCloseTo(Likelihood.ofCost(expected.cost()), within(1e-12));
      assertThat(row.edge().to()).isEqualTo(id);
      assertThat(row.edge().from()).isEqualTo(row.previous());
      assertThat(from.contains(row.previous()) || rows.containsKey(row.previous())).isTrue();
      assertThat(row.condition()).allMatch(atom -> atom.hop() < row.hops());
    });
  }

  private static void shrinks(long seed) {
    var random = new Random(seed);
    Graph graph = RandomGraphs.of(seed, 12, 40);
    List<Edge> fewer = new ArrayList<>(graph.edges());
    fewer.remove(random.nextInt(fewer.size()));
    var question = new BlastRadiusQuestion(List.of(RandomGraphs.id(0), RandomGraphs.id(1)), Premises.DEFAULT);
    BlastRadiusAnswer before = BlastRadiusSearch.answer(Images.of(graph), question);
    BlastRadiusAnswer after = BlastRadiusSearch.answer(Images.of(Graph.of(graph.nodes(), fewer)), question);
    Map<ResourceId, Reached> rows = before.reached().stream().collect(Collectors.toMap(row -> row.node().id(), row -> row));
    assertThat(rows.keySet()).containsAll(after.reached().stream().map(row -> row.node().id()).toList());
    after.reached().forEach(row -> {
      Reached was = Objects.requireNonNull(rows.get(row.node().id()));
      assertThat(was.condition().isEmpty() || !row.condition().isEmpty()).isTrue();
      assertThat(was.condition().isEmpty() != row.condition().isEmpty() || was.likelihood() >= row.likelihood()).isTrue();
    });
  }
}
