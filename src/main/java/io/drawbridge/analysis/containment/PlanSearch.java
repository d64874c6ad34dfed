package io.drawbridge.analysis.containment;

import io.drawbridge.engine.Image;
import io.drawbridge.engine.Sweep;
import io.drawbridge.engine.Terrain;
import io.drawbridge.engine.Trail;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Looks for the cheapest measures that leave no way open: the likeliest ways that survive are added one round after the other, and
 * the measures chosen anew, until none survives.
 *
 * <p>A target with a way that no measure closes is given up, and the others are still cut off. An administrator of an account or
 * tenant could take back what was done in it: where the attacker comes by that power after all, it is one more target.
 */
final class PlanSearch {

  private static final int MOST_NEW_WAYS = 48;

  private final Terrain terrain;
  private final Image image;
  private final int[] starts;
  private final MeasureTable table;
  private final IntToLongFunction cost;
  private final int mostSteps;
  private final Sweep sweep;
  private final List<BitSet> ways = new ArrayList<>();
  private final BitSet open;
  private final BitSet powersMet = new BitSet();
  private HittingSet.Solution solution = new HittingSet.Solution(new BitSet(), 0, true);
  private boolean late;

  /**
   * What was found.
   *
   * @param chosen measures by number
   * @param lowerBound no measures that cut the targets off cost less
   */
  record Found(BitSet chosen, long lowerBound) {}

  PlanSearch(Terrain terrain, int[] starts, BitSet targets, MeasureTable table, IntToLongFunction cost, int mostSteps) {
    this.terrain = terrain;
    this.image = terrain.image();
    this.starts = starts;
    this.table = table;
    this.cost = cost;
    this.mostSteps = mostSteps;
    this.open = (BitSet) targets.clone();
    sweep = new Sweep(image);
  }

  Found search() {
    cutOff();
    long bound = solution.lowerBound();
    for (BitSet powers = powersToUndo(); !powers.isEmpty() && !late; powers = powersToUndo()) {
      open.or(powers);
      cutOff();
    }
    return new Found(withoutSpare(solution.chosen()), bound);
  }

  private void cutOff() {
    List<Trail> survivors = survivors(solution.chosen());
    while (!survivors.isEmpty() && solution.complete() && !late) {
      survivors.forEach(this::learn);
      late = terrain.deadline().passed();
      long[] costs = IntStream.range(0, table.size()).mapToLong(cost).toArray();
      solution = HittingSet.solve(ways, costs, mostSteps, terrain.deadline());
      survivors = survivors(solution.chosen());
    }
  }

  private void learn(Trail trail) {
    BitSet closing = table.closing(trail);
    if (closing.isEmpty()) {
      open.clear(trail.end());
    } else {
      ways.add(closing);
    }
  }

  /** The likeliest way to each of the nearest targets that are still reached. */
  private List<Trail> survivors(BitSet chosen) {
    sweep(chosen);
    return open.stream().filter(sweep::reached).boxed()
        .sorted(Comparator.comparingInt((Integer target) -> sweep.hops(target)).thenComparingLong(sweep::cost))
        .limit(MOST_NEW_WAYS).map(sweep::trail).toList();
  }

  private long countReached(BitSet chosen) {
    sweep(chosen);
    return open.stream().filter(sweep::reached).count();
  }

  private void sweep(BitSet chosen) {
    var cut = new BitSet();
    var ended = new BitSet();
    chosen.stream().forEach(number -> {
      cut.or(table.edges(number));
      if (table.measure(number).endsHolding()) {
        ended.set(table.measure(number).target());
      }
    });
    sweep.forward(terrain.without(cut), IntStream.of(starts).filter(start -> !ended.get(start)).toArray());
    late |= sweep.stopped();
  }

  /** Powers over the scopes that measures work in, which the attacker still comes by and was not met before. */
  private BitSet powersToUndo() {
    BitSet powers = Powers.over(image, solution.chosen().stream().map(number -> table.measure(number).target()));
    sweep(solution.chosen());
    powers.stream().filter(node -> powersMet.get(node) || !sweep.reached(node) || sweep.hops(node) == 0).forEach(powers::clear);
    powersMet.or(powers);
    return powers;
  }

  /** Leaves out every measure without which nothing more is reached, the dearest first. */
  private BitSet withoutSpare(BitSet chosen) {
    BitSet needed = (BitSet) chosen.clone();
    List<Integer> dearest = chosen.stream().boxed()
        .sorted(Comparator.comparingLong((Integer number) -> cost.applyAsLong(number)).reversed()).toList();
    long reached = countReached(needed);
    for (int number : dearest) {
      needed.clear(number);
      if (late || countReached(needed) > reached) {
        needed.set(number);
      }
    }
    return needed;
  }
}
