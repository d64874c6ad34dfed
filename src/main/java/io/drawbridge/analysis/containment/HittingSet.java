package io.drawbridge.analysis.containment;

import io.drawbridge.engine.Deadline;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The cheapest choice of items that meets every group, with at most so many items.
 *
 * <p>Branch and bound: the group with the fewest items is met by each of them in turn; what groups without a common item cost at
 * least is the bound. When the deadline passes, the best choice so far stands, and the bound that is certain.
 */
final class HittingSet {

  private static final int POLL_MASK = 0xff;
  private static final long NONE_YET = Long.MAX_VALUE;

  private final List<BitSet> groups;
  private final long[] costs;
  private final int most;
  private final Deadline deadline;
  private BitSet best = new BitSet();
  private long bestCost = NONE_YET;
  private int visits;
  private boolean late;
  private boolean tooMany;

  /**
   * A choice.
   *
   * @param chosen items
   * @param lowerBound no choice that meets every group costs less, however many items it has
   * @param complete false when some group is not met: so few items are not enough, or none was found in time
   */
  record Solution(BitSet chosen, long lowerBound, boolean complete) {}

  private HittingSet(List<BitSet> groups, long[] costs, int most, Deadline deadline) {
    this.groups = groups;
    this.costs = costs;
    this.most = most;
    this.deadline = deadline;
  }

  /**
   * Chooses.
   *
   * @param groups each with at least one item
   * @param costs by item
   */
  static Solution solve(List<BitSet> groups, long[] costs, int most, Deadline deadline) {
    List<BitSet> least = withoutSupersets(groups);
    var search = new HittingSet(least, costs, most, deadline);
    search.keep(search.greedy());
    search.branch(least, new BitSet(), 0, new BitSet());
    if (search.bestCost == NONE_YET) {
      return new Solution(search.mostMeeting(), packing(least, costs), false);
    }
    long bound = search.late || search.tooMany ? packing(least, costs) : search.bestCost;
    return new Solution(search.best, bound, true);
  }

  private void branch(List<BitSet> open, BitSet chosen, long cost, BitSet barred) {
    late |= (visits++ & POLL_MASK) == POLL_MASK && deadline.passed();
    if (open.isEmpty()) {
      keep((BitSet) chosen.clone());
      return;
    }
    if (late || cost + packing(open, costs) >= bestCost) {
      return;
    }
    if (chosen.cardinality() >= most) {
      tooMany = true;
      return;
    }
    BitSet tried = (BitSet) barred.clone();
    for (int item : cheapestFirst(smallest(open, barred), barred)) {
      chosen.set(item);
      branch(unmet(open, item), chosen, cost + costs[item], tried);
      chosen.clear(item);
      tried.set(item);
    }
  }

  private void keep(BitSet choice) {
    long cost = choice.stream().mapToLong(item -> costs[item]).sum();
    if (cost < bestCost && choice.cardinality() <= most) {
      best = choice;
      bestCost = cost;
    }
  }

  /** The item that meets most open groups for its cost, again and again. */
  private BitSet greedy() {
    var chosen = new BitSet();
    List<BitSet> open = groups;
    while (!open.isEmpty()) {
      List<BitSet> left = open;
      int item = items(left).stream().boxed()
          .min(Comparator.comparingDouble(candidate -> (costs[candidate] + 1.0) / meets(left, candidate))).orElseThrow();
      chosen.set(item);
      open = unmet(left, item);
    }
    return chosen;
  }

  /** As many items as allowed, those that meet most groups. */
  private BitSet mostMeeting() {
    var chosen = new BitSet();
    List<BitSet> open = groups;
    while (!open.isEmpty() && chosen.cardinality() < most) {
      List<BitSet> left = open;
      int item = items(left).stream().boxed().max(Comparator.comparingLong(candidate -> meets(left, candidate))).orElseThrow();
      chosen.set(item);
      open = unmet(left, item);
    }
    return chosen;
  }

  private List<Integer> cheapestFirst(BitSet group, BitSet barred) {
    return group.stream().filter(item -> !barred.get(item)).boxed().sorted(Comparator.comparingLong(item -> costs[item])).toList();
  }

  private static BitSet smallest(List<BitSet> open, BitSet barred) {
    return open.stream().min(Comparator.comparingInt(group -> {
      BitSet left = (BitSet) group.clone();
      left.andNot(barred);
      return left.cardinality();
    })).orElseThrow();
  }

  /** What groups cost at least of which no two share an item. */
  private static long packing(List<BitSet> groups, long[] costs) {
    var used = new BitSet();
    long bound = 0;
    for (BitSet group : groups.stream().sorted(Comparator.comparingInt(BitSet::cardinality)).toList()) {
      if (!group.intersects(used)) {
        used.or(group);
        bound += group.stream().mapToLong(item -> costs[item]).min().orElse(0);
      }
    }
    return bound;
  }

  private static List<BitSet> withoutSupersets(List<BitSet> groups) {
    List<BitSet> least = new ArrayList<>();
    for (BitSet group : groups.stream().sorted(Comparator.comparingInt(BitSet::cardinality)).toList()) {
      if (least.stream().noneMatch(smaller -> contains(group, smaller))) {
        least.add(group);
      }
    }
    return least;
  }

  private static boolean contains(BitSet group, BitSet smaller) {
    BitSet rest = (BitSet) smaller.clone();
    rest.andNot(group);
    return rest.isEmpty();
  }

  private static BitSet items(List<BitSet> groups) {
    var items = new BitSet();
    groups.forEach(items::or);
    return items;
  }

  private static long meets(List<BitSet> groups, int item) {
    return groups.stream().filter(group -> group.get(item)).count();
  }

  private static List<BitSet> unmet(List<BitSet> groups, int item) {
    return groups.stream().filter(group -> !group.get(item)).toList();
  }
}
