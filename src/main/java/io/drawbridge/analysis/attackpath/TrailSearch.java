package io.drawbridge.analysis.attackpath;

import io.drawbridge.analysis.Ground;
import io.drawbridge.engine.LooplessPaths;
import io.drawbridge.engine.Sweep;
import io.drawbridge.engine.TermMask.Follow;
import io.drawbridge.engine.Terrain;
import io.drawbridge.engine.Trail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the best ways between every start and every end: one sweep for each of the side that has fewer, then for each pair the k
 * best along it.
 */
final class TrailSearch {

  private final Ground ground;
  private final Terrain terrain;
  private final int k;
  private final BestTrails best;
  private final Sweep sweep;
  private final LooplessPaths.Workspace workspace;
  private boolean stopped;

  /**
   * @param terrain where any way between a start and an end must run
   */
  TrailSearch(Ground ground, Terrain terrain, int k, BestTrails best) {
    this.ground = ground;
    this.terrain = terrain;
    this.k = k;
    this.best = best;
    sweep = new Sweep(ground.image());
    workspace = new LooplessPaths.Workspace(ground.image());
  }

  void run(int[] starts, int[] ends) {
    boolean byEnd = ends.length <= starts.length;
    for (int hub : byEnd ? ends : starts) {
      if (terrain.within().get(hub) && !stopped) {
        Map<Integer, List<Trail>> found = new HashMap<>();
        search(terrain.withoutConditions(), hub, byEnd ? starts : ends, byEnd, found);
        search(terrain, hub, byEnd ? starts : ends, byEnd, found);
      }
    }
  }

  /** True when the deadline passed before all ways were looked for. */
  boolean stopped() {
    return stopped;
  }

  private void search(Terrain part, int hub, int[] others, boolean byEnd, Map<Integer, List<Trail>> found) {
    Sweep swept = byEnd ? sweep.backward(part, hub) : sweep.forward(part, hub);
    stopped |= swept.stopped();
    for (int other : others) {
      if (other != hub && swept.reached(other) && !stopped) {
        LooplessPaths paths = byEnd
            ? LooplessPaths.to(swept, part, other, hub, workspace)
            : LooplessPaths.from(swept, part, hub, other, workspace);
        take(paths, part.least() == Follow.CONDITIONALLY, found.computeIfAbsent(other, none -> new ArrayList<>()));
      }
    }
  }

  private void take(LooplessPaths paths, boolean conditional, List<Trail> found) {
    boolean wanted = true;
    while (wanted && found.size() < k) {
      Optional<Trail> trail = paths.next();
      if (trail.isEmpty()) {
        break;
      }
      boolean known = isConditional(trail.get()) != conditional || found.stream().anyMatch(trail.get()::sameNodes);
      if (!known) {
        found.add(trail.get());
      }
      wanted = known || best.offer(conditional, trail.get());
    }
    stopped |= paths.stopped();
  }

  private boolean isConditional(Trail trail) {
    for (int i = 0; i < trail.edgeCount(); i++) {
      if (terrain.mask().follow(ground.image().term(trail.edge(i))) == Follow.CONDITIONALLY) {
        return true;
      }
    }
    return false;
  }
}
