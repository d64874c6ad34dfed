package io.drawbridge.analysis.containment;

import io.drawbridge.engine.Image;
import io.drawbridge.engine.Rows;
import io.drawbridge.engine.TermMask;
import io.drawbridge.engine.TermMask.Follow;
import io.drawbridge.graph.EdgeKey;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Walks the graph as it is after a plan, and says what is still reached.
 *
 * <p>Why it is so plain: it reads a plan as the owner does, by the keys of the edges that its steps cut, and shares nothing with the
 * search that made the plan; whatever that search got wrong shows here.
 */
final class PlanProof {

  private final Image image;
  private final TermMask mask;
  private final Set<EdgeKey> cut = new HashSet<>();

  private PlanProof(Image image, TermMask mask, List<ContainmentStep> steps) {
    this.image = image;
    this.mask = mask;
    steps.forEach(step -> cut.addAll(step.cuts()));
  }

  /** The targets that are reached in spite of the steps, and the powers that would undo a step. */
  static BitSet reached(Image image, TermMask mask, int[] starts, BitSet targets, List<ContainmentStep> steps) {
    var proof = new PlanProof(image, mask, steps);
    BitSet lost = Powers.over(image, steps.stream().flatMapToInt(step -> image.find(step.target().id()).stream()));
    IntStream.of(starts).forEach(lost::clear);
    lost.or(targets);
    BitSet leading = proof.walk(lost.stream().toArray(), image.reverse(), edge -> true, node -> true);
    BitSet reached = proof.walk(proof.left(starts, steps), image.forward(), edge -> !proof.isCut(edge), leading::get);
    reached.and(lost);
    return reached;
  }

  /** The starts that no step takes from the attacker. */
  private int[] left(int[] starts, List<ContainmentStep> steps) {
    var left = new BitSet();
    for (int start : starts) {
      boolean revoked = steps.stream().anyMatch(step -> step.action().equals(ContainmentAction.REVOKE_ROLE_SESSIONS.name())
          && step.target().id().text().equals(image.idText(start)));
      left.set(start, !revoked);
    }
    return left.stream().toArray();
  }

  private BitSet walk(int[] from, Rows rows, IntPredicate passable, IntPredicate wanted) {
    var seen = new BitSet(image.nodeCount());
    var queue = new ArrayDeque<Integer>();
    for (int node : from) {
      seen.set(node);
      queue.add(node);
    }
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (int row = rows.start(node); row < rows.end(node); row++) {
        int next = rows.neighbour(row);
        boolean followed = !seen.get(next) && wanted.test(next) && mask.follow(rows.term(row)) != Follow.NEVER;
        if (followed && passable.test(rows.edge(row))) {
          seen.set(next);
          queue.add(next);
        }
      }
    }
    return seen;
  }

  private boolean isCut(int edge) {
    return !cut.isEmpty() && cut.contains(image.edge(edge).key());
  }
}
