package io.drawbridge.analysis.attackpath;

import io.drawbridge.analysis.AttackPath;
import io.drawbridge.analysis.AttackPaths;
import io.drawbridge.analysis.Ground;
import io.drawbridge.analysis.Routes;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.Sweep;
import io.drawbridge.graph.Mark;
import java.util.BitSet;
import java.util.List;

/**
 * Answers how an attacker gets from some nodes to others, the best ways first.
 *
 * <p>Everything is searched inside the nodes that lie between both sides at all. A way from a node to itself is none. Where the
 * deadline stopped the search and nothing was found, the answer is {@link PathStatus#NONE_KNOWN} whatever was read.
 */
public final class AttackPathSearch {

  private final Ground ground;

  private AttackPathSearch(Ground ground) {
    this.ground = ground;
  }

  /**
   * Answers the question from one image.
   *
   * @throws io.drawbridge.cloud.DrawbridgeException when an id of the question is no node
   */
  public static AttackPathAnswer answer(Image image, AttackPathQuestion question) {
    return new AttackPathSearch(Ground.of(image, question.premises())).answer(question);
  }

  private AttackPathAnswer answer(AttackPathQuestion question) {
    int[] starts = ends(question.from(), Mark.Role.ENTRY_POINT);
    int[] ends = ends(question.to(), Mark.Role.CROWN_JEWEL);
    Sweep fromStarts = new Sweep(ground.image()).forward(ground.all(), starts);
    Sweep toEnds = new Sweep(ground.image()).backward(ground.all(), ends);
    BitSet between = fromStarts.reachedNodes();
    between.and(toEnds.reachedNodes());
    var best = new BestTrails(question.limit());
    var search = new TrailSearch(ground, ground.all().within(between), question.k(), best);
    search.run(starts, ends);
    var routes = new Routes(ground);
    List<AttackPath> paths = best.best().stream().map(trail -> AttackPaths.describe(routes.route(trail))).toList();
    boolean stopped = fromStarts.stopped() || toEnds.stopped() || search.stopped();
    PathStatus status = status(paths, stopped, new PassableGaps(ground.image(), fromStarts, toEnds));
    return new AttackPathAnswer(
        status, paths, stopped || best.overflowed(), ground.image().completeness(), ground.leftOut(fromStarts));
  }

  private int[] ends(List<ResourceId> named, Mark.Role role) {
    return named.isEmpty() ? ground.image().marked(role) : ground.nodes(named);
  }

  private static PathStatus status(List<AttackPath> paths, boolean stopped, PassableGaps gaps) {
    if (!paths.isEmpty()) {
      return PathStatus.PATHS;
    }
    return stopped || gaps.any() ? PathStatus.NONE_KNOWN : PathStatus.NONE;
  }
}
