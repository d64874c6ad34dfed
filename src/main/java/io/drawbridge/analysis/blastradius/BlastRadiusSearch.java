package io.drawbridge.analysis.blastradius;

import io.drawbridge.analysis.Ground;
import io.drawbridge.analysis.PathAtom;
import io.drawbridge.analysis.Routes;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.Sweep;
import io.drawbridge.engine.Trail;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Likelihood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Answers what somebody reaches who holds some nodes, by two sweeps from all of them at once (DESIGN §3).
 *
 * <p>What is held is where it starts and not in the answer. A row tells of the best way to its node: without condition if there is
 * one, else of all ways; the row of the node before may tell of another way to that one.
 */
public final class BlastRadiusSearch {

  private static final Comparator<Reached> ORDER =
      Comparator.comparing((Reached row) -> !row.condition().isEmpty())
          .thenComparing(Comparator.comparingDouble(Reached::likelihood).reversed())
          .thenComparing(row -> row.node().id());

  private static final int POLL_MASK = 0xff;

  private final Ground ground;
  private final Routes routes;
  private final List<Reached> rows = new ArrayList<>();
  private boolean stopped;

  private BlastRadiusSearch(Ground ground) {
    this.ground = ground;
    routes = new Routes(ground);
  }

  /**
   * Answers the question from one image.
   *
   * @throws io.drawbridge.cloud.DrawbridgeException when an id of the question is no node
   */
  public static BlastRadiusAnswer answer(Image image, BlastRadiusQuestion question) {
    return new BlastRadiusSearch(Ground.of(image, question.premises())).answer(question);
  }

  private BlastRadiusAnswer answer(BlastRadiusQuestion question) {
    Image image = ground.image();
    int[] starts = ground.nodes(question.from());
    Sweep certain = new Sweep(image).forward(ground.all().withoutConditions(), starts);
    Sweep possible = new Sweep(image).forward(ground.all(), starts);
    boolean swept = !certain.stopped() && !possible.stopped();
    stopped = !swept;
    for (int node = 0; node < image.nodeCount() && stopped != swept; node++) {
      addRow(node, certain, possible);
      stopped |= swept && (node & POLL_MASK) == 0 && ground.all().deadline().passed();
    }
    rows.sort(ORDER);
    return new BlastRadiusAnswer(question.from(), rows, stopped, image.completeness(), ground.leftOut(possible));
  }

  private void addRow(int node, Sweep certain, Sweep possible) {
    boolean surely = certain.reached(node);
    Sweep sweep = surely ? certain : possible;
    boolean shown = sweep.reached(node) && sweep.hops(node) > 0 && !ground.image().isSet(node);
    if (!shown) {
      return;
    }
    Trail trail = sweep.trail(node);
    List<PathAtom> condition = surely ? List.of() : routes.condition(routes.hops(trail));
    Edge last = routes.lastHop(trail).edge();
    rows.add(new Reached(ground.image().node(node), trail.hops(), Likelihood.ofCost(trail.cost()), condition, last.from(), last));
  }
}
