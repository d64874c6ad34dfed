package io.drawbridge.analysis.containment;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.analysis.Premises;
import io.drawbridge.analysis.containment.ContainmentPlan.Proof;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.engine.RandomGraphs;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeClass;
import io.drawbridge.graph.EdgeKey;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every containment plan owes, checked on random graphs by a search that shares nothing with the planner. */
class ContainmentLawsTest {

  private static final int SEEDS = 200;
  private static final Completeness COMPLETE = new Completeness(100, List.of());

  @Test
  void afterAPlanThatCutsNothingProtectedIsReached() {
    int cut = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Graph graph = RandomGraphs.of(seed, 14, 30);
      ResourceId start = RandomGraphs.id(seed % 14);
      for (ContainmentPlan plan : answer(graph, start, List.of()).plans()) {
        Set<EdgeKey> cuts = plan.steps().stream().flatMap(step -> step.cuts().stream()).collect(Collectors.toSet());
        Set<ResourceId> reached = reached(graph, start, cuts);
        boolean open = graph.nodes().stream().anyMatch(node -> isProtected(node, start, plan.goal()) && reached.contains(node.id()));
        assertThat(plan.proof()).as("seed %d, %s", seed, plan.goal()).isEqualTo(open ? Proof.PARTIAL : Proof.CUT);
        assertThat(plan.remaining().isEmpty()).as("seed %d", seed).isEqualTo(plan.proof() == Proof.CUT);
        cut += plan.proof() == Proof.CUT && !plan.steps().isEmpty() ? 1 : 0;
      }
    }
    assertThat(cut).as("plans that cut something").isPositive();
  }

  @Test
  void noPlanCostsLessThanItsBound() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (ContainmentPlan plan : answer(RandomGraphs.of(seed, 14, 30), RandomGraphs.id(seed % 14), List.of()).plans()) {
        if (plan.proof() == Proof.CUT) {
          assertThat(plan.cost()).as("seed %d, %s", seed, plan.goal()).isGreaterThanOrEqualTo(plan.lowerBound());
        }
      }
    }
  }

  @Test
  void whatMayNotBeTouchedIsNot() {
    for (int seed = 0; seed < SEEDS; seed++) {
      ResourceId spared = RandomGraphs.id((seed + 5) % 14);
      for (ContainmentPlan plan : answer(RandomGraphs.of(seed, 14, 30), RandomGraphs.id(seed % 14), List.of(spared)).plans()) {
        assertThat(plan.steps()).as("seed %d", seed).noneMatch(step -> step.target().id().equals(spared));
      }
    }
  }

  private static ContainmentAnswer answer(Graph graph, ResourceId start, List<ResourceId> neverCut) {
    var image = ImageBuilder.of(graph, SnapshotId.IN_MEMORY, COMPLETE);
    return ContainmentPlanner.answer(image, new ContainmentQuestion(List.of(start), List.of(), List.of(), neverCut, 12, Premises.DEFAULT));
  }

  private static boolean isProtected(Node node, ResourceId start, ContainmentPlan.Goal goal) {
    boolean wanted = goal == ContainmentPlan.Goal.COMPLETE ? !node.kind().isSet() : node.is(Mark.Role.CROWN_JEWEL);
    return wanted && !node.id().equals(start);
  }

  private static Set<ResourceId> reached(Graph graph, ResourceId start, Set<EdgeKey> cuts) {
    Set<ResourceId> reached = new HashSet<>(Set.of(start));
    Deque<ResourceId> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      ResourceId at = open.pop();
      for (Edge edge : graph.edges()) {
        if (edge.from().equals(at) && isFollowed(edge) && !cuts.contains(edge.key()) && reached.add(edge.to())) {
          open.push(edge.to());
        }
      }
    }
    return reached;
  }

  private static boolean isFollowed(Edge edge) {
    EdgeClass edgeClass = edge.kind().edgeClass();
    boolean byDefault = edgeClass.byDefault() || (edgeClass == EdgeClass.NETWORK_FLAW && edge.from().equals(ExternalId.INTERNET));
    return edge.kind().traversable() && byDefault;
  }
}
