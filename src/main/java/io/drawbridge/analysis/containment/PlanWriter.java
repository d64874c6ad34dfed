package io.drawbridge.analysis.containment;

import io.drawbridge.engine.Image;
import io.drawbridge.engine.Rows;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Writes measures out as the steps of a plan, those that bite soonest first. */
final class PlanWriter {

  private final Image image;
  private final MeasureTable table;
  private final BitSet between;

  /**
   * @param between nodes that lie between the attacker and what is protected
   */
  PlanWriter(Image image, MeasureTable table, BitSet between) {
    this.image = image;
    this.table = table;
    this.between = between;
  }

  /**
   * The steps.
   *
   * @param chosen measures by number
   * @param stillReached what the attacker comes by in spite of them
   */
  List<ContainmentStep> steps(BitSet chosen, BitSet stillReached) {
    List<Integer> ordered = chosen.stream().boxed().sorted(Comparator.comparing(this::delay)
        .thenComparing(number -> table.measure(number).action())
        .thenComparingInt(number -> table.measure(number).target())
        .thenComparing(number -> table.measure(number).detail())).toList();
    List<ContainmentStep> steps = new ArrayList<>();
    for (int number : ordered) {
      steps.add(step(steps.size() + 1, number, stillReached));
    }
    return steps;
  }

  /** How long the attacker keeps what a measure cuts: what the provider takes, and what was gained before and lasts. */
  Duration delay(int number) {
    Duration delay = table.measure(number).action().delay();
    for (Edge edge : edges(table.edges(number))) {
      Duration lasting = edge.outlives().orElse(Duration.ZERO);
      delay = lasting.compareTo(delay) > 0 ? lasting : delay;
    }
    return delay;
  }

  private ContainmentStep step(int order, int number, BitSet stillReached) {
    Measure measure = table.measure(number);
    boolean lost = measure.endsHolding() && !stillReached.get(measure.target());
    BitSet cut = lost ? leaving(measure.target()) : table.edges(number);
    List<EdgeKey> keys = edges(cut).stream().map(Edge::key).toList();
    var consequence = new Consequence(Workloads.broken(image, measure), measure.preserve(), delay(number));
    return new ContainmentStep(order, measure.action().name(), image.node(measure.target()), measure.runbook(), consequence, keys);
  }

  private BitSet leaving(int node) {
    var edges = new BitSet();
    Rows out = image.forward();
    for (int row = out.start(node); row < out.end(node); row++) {
      edges.set(out.edge(row));
    }
    return edges;
  }

  private List<Edge> edges(BitSet edges) {
    return edges.stream().filter(edge -> between.get(image.from(edge)) && between.get(image.to(edge))).mapToObj(image::edge).toList();
  }
}
