package io.drawbridge.analysis.attackpath;

import io.drawbridge.engine.Trail;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.List;

/** The best ways so far, up to a bound: those without condition before those with, then the likelier. */
final class BestTrails {

  private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::conditional).thenComparing(Ranked::trail);

  private final int limit;
  private final TreeSet<Ranked> kept = new TreeSet<>(ORDER);
  private boolean overflowed;

  private record Ranked(boolean conditional, Trail trail) {}

  BestTrails(int limit) {
    this.limit = limit;
  }

  /** Keeps the way if it is among the best; false when no way that costs as much or more will ever be. */
  boolean offer(boolean conditional, Trail trail) {
    if (!mayKeep(conditional, trail.cost())) {
      overflowed = true;
      return false;
    }
    kept.add(new Ranked(conditional, trail));
    if (kept.size() > limit) {
      kept.pollLast();
      overflowed = true;
    }
    return true;
  }

  private boolean mayKeep(boolean conditional, long cost) {
    if (kept.size() < limit) {
      return true;
    }
    Ranked worst = kept.last();
    return conditional == worst.conditional ? cost <= worst.trail.cost() : worst.conditional;
  }

  /** True when ways were found that are not kept. */
  boolean overflowed() {
    return overflowed;
  }

  /** The best first. */
  List<Trail> best() {
    return kept.stream().map(Ranked::trail).toList();
  }
}
