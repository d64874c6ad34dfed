package io.drawbridge.analysis;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeClass;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Graph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the searches must answer, by the plainest means: capability sets multiplied out, ways by repeated relaxation, paths by trying
 * all. Shares nothing with the engine but the graph's values.
 */
public final class NaiveReference {

  /** The cheapest step between two nodes, over steps without condition and over all. */
  private record Step(ResourceId from, ResourceId to, long cost, boolean conditional) {}

  /** Cost and hops of the best way. */
  public record Best(long cost, int hops) {}

  /** A way over different nodes; its cost is that without condition if it has one. */
  public record Path(List<ResourceId> nodes, long cost, boolean conditional) {}

  private static final Comparator<Best> ORDER = Comparator.comparingLong(Best::cost).thenComparingInt(Best::hops);

  private final Map<ResourceId, List<Edge>> out = new HashMap<>();
  private final Set<EdgeClass> followed;
  private final Set<String> met;
  private final Set<String> unmet;
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param met keys whose atoms hold unless negated
   * @param unmet keys whose atoms hold only if negated
   */
  public NaiveReference(Graph graph, Set<EdgeClass> followed, Set<String> met, Set<String> unmet) {
    this.followed = followed;
    this.met = met;
    this.unmet = unmet;
    graph.edges().forEach(edge -> out.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge));
    graph.nodes().stream().filter(node -> !node.kind().isSet()).forEach(node -> addSteps(node.id(), node.id(), 0, false, new HashSet<>()));
  }

  public static NaiveReference of(Graph graph) {
    return new NaiveReference(graph, EdgeClasses.DEFAULT.followed(), Set.of(), Set.of());
  }

  /** The best ways from any of the starts, not to the starts themselves. */
  public SortedMap<ResourceId, Best> reach(Set<ResourceId> starts, boolean conditionsToo, int maxHops) {
    SortedMap<ResourceId, Best> best = new TreeMap<>();
    Map<ResourceId, Long> layer = new HashMap<>();
    starts.forEach(start -> layer.put(start, 0L));
    for (int hops = 1; hops <= Math.min(maxHops, out.size() + 2); hops++) {
      Map<ResourceId, Long> next = new HashMap<>();
      for (Step step : steps) {
        Long cost = layer.get(step.from);
        if (cost != null && (conditionsToo || !step.conditional)) {
          next.merge(step.to, cost + step.cost, Math::min);
        }
      }
      layer.clear();
      layer.putAll(next);
      int taken = hops;
      next.forEach((node, cost) -> best.merge(node, new Best(cost, taken), (a, b) -> ORDER.compare(a, b) <= 0 ? a : b));
    }
    best.keySet().removeAll(starts);
    return best;
  }

  /** Every path that meets no node twice, those without condition first, then the cheaper. */
  public List<Path> paths(ResourceId from, ResourceId to, int maxHops) {
    List<Path> found = new ArrayList<>();
    var nodes = new LinkedHashSet<ResourceId>();
    nodes.add(from);
    extend(nodes, from, to, maxHops, found);
    found.sort(Comparator.comparing(Path::conditional).thenComparingLong(Path::cost));
    return found;
  }

  private void extend(Set<ResourceId> nodes, ResourceId at, ResourceId to, int hopsLeft, List<Path> found) {
    if (at.equals(to)) {
      if (nodes.size() > 1) {
        found.add(path(List.copyOf(nodes)));
      }
      return;
    }
    if (hopsLeft == 0) {
      return;
    }
    steps.stream().filter(step -> step.from.equals(at)).map(Step::to).distinct().forEach(next -> {
      if (nodes.add(next)) {
        extend(nodes, next, to, hopsLeft - 1, found);
        nodes.remove(next);
      }
    });
  }

  private Path path(List<ResourceId> nodes) {
    Optional<Long> certain = cost(nodes, false);
    return certain.map(cost -> new Path(nodes, cost, false)).orElseGet(() -> new Path(nodes, cost(nodes, true).orElseThrow(), true));
  }

  private Optional<Long> cost(List<ResourceId> nodes, boolean conditionsToo) {
    long cost = 0;
    for (int i = 1; i < nodes.size(); i++) {
      ResourceId from = nodes.get(i - 1);
      ResourceId to = nodes.get(i);
      var cheapest = steps.stream().filter(step -> step.from.equals(from) && step.to.equals(to))
          .filter(step -> conditionsToo || !step.conditional).mapToLong(Step::cost).min();
      if (cheapest.isEmpty()) {
        return Optional.empty();
      }
      cost += cheapest.getAsLong();
    }
    return Optional.of(cost);
  }

  private void addSteps(ResourceId start, ResourceId at, long cost, boolean conditional, Set<ResourceId> sets) {
    for (Edge edge : out.getOrDefault(at, List.of())) {
      if (!follows(edge)) {
        continue;
      }
      long total = cost + edge.cost();
      boolean open = conditional || edge.condition().atoms().stream().anyMatch(atom -> !met.contains(atom.key()) && !unmet.contains(atom.key()));
      if (!(edge.to() instanceof CapabilitySetId)) {
        steps.add(new Step(start, edge.to(), total, open));
      } else if (sets.add(edge.to())) {
        addSteps(start, edge.to(), total, open, sets);
        sets.remove(edge.to());
      }
    }
  }

  private boolean follows(Edge edge) {
    boolean flaw = edge.kind().edgeClass() == EdgeClass.NETWORK_FLAW && edge.from().equals(ExternalId.INTERNET);
    boolean asked = edge.kind() == EdgeKind.IN_SET || flaw || followed.contains(edge.kind().edgeClass());
    return asked && edge.kind().traversable() && edge.condition().atoms().stream().noneMatch(atom ->
        (met.contains(atom.key()) && atom.negated()) || (unmet.contains(atom.key()) && !atom.negated()));
  }
}
