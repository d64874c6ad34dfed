package io.drawbridge.analysis.containment;

import io.drawbridge.analysis.AttackPath;
import io.drawbridge.analysis.AttackPaths;
import io.drawbridge.analysis.Ground;
import io.drawbridge.analysis.Premises;
import io.drawbridge.analysis.Routes;
import io.drawbridge.analysis.containment.ContainmentPlan.Goal;
import io.drawbridge.analysis.containment.ContainmentPlan.Proof;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Deadline;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.Sweep;
import io.drawbridge.engine.Terrain;
import io.drawbridge.graph.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Answers which reversible actions cut an attacker off who took over some identities.
 *
 * <p>What may hold is taken to hold: a condition never counts as a barrier. A bound on hops is ignored, since an attacker has none.
 * The taken identity stays the attacker's; what plans cut is what it is good for.
 */
public final class ContainmentPlanner {

  private static final int MOST_REMAINING = 20;
  private static final int WORKLOAD_WEIGHT = 5;
  private static final int MOST_WORKLOADS = 20;

  private final Ground ground;
  private final Image image;
  private final ContainmentQuestion question;
  private final Instant now;
  private final int[] starts;
  private final BitSet held = new BitSet();
  private final BitSet neverCut = new BitSet();

  private ContainmentPlanner(Ground ground, ContainmentQuestion question, Instant now) {
    this.ground = ground;
    this.image = ground.image();
    this.question = question;
    this.now = now;
    int[] identities = ground.nodes(question.identities());
    int[] besides = ground.nodes(question.held());
    starts = IntStream.concat(Arrays.stream(identities), Arrays.stream(besides)).distinct().sorted().toArray();
    Arrays.stream(besides).forEach(held::set);
    Arrays.stream(identities).forEach(held::clear);
    Arrays.stream(ground.nodes(question.neverCut())).forEach(neverCut::set);
  }

  /**
   * Plans for every goal.
   *
   * @throws io.drawbridge.cloud.DrawbridgeException when an id of the question is no node
   */
  public static ContainmentAnswer answer(Image image, ContainmentQuestion question) {
    return answer(image, question, Instant.now());
  }

  /**
   * Plans for every goal.
   *
   * @param now sessions opened before are revoked where a plan says so
   */
  static ContainmentAnswer answer(Image image, ContainmentQuestion question, Instant now) {
    Premises premises = question.premises();
    Ground ground = Ground.of(image, new Premises(premises.assumptions(), premises.classes(), Premises.ANY_HOPS, premises.deadline()));
    return new ContainmentPlanner(ground, question, now).answer();
  }

  private ContainmentAnswer answer() {
    Terrain all = Terrain.of(image, ground.all().mask(), Premises.ANY_HOPS, Deadline.NEVER);
    Sweep before = new Sweep(image).forward(all, starts);
    BitSet everything = before.reachedNodes();
    Arrays.stream(starts).forEach(everything::clear);
    IntStream.range(0, image.nodeCount()).filter(image::isSet).forEach(everything::clear);
    BitSet guarded = protectedNodes();
    guarded.and(everything);
    List<ContainmentPlan> plans = new ArrayList<>();
    for (Goal goal : Goal.values()) {
      plans.add(plan(all, goal, goal == Goal.COMPLETE ? everything : guarded));
    }
    List<ResourceId> reachable = guarded.stream().mapToObj(image::id).sorted().toList();
    return new ContainmentAnswer(question.identities(), plans, reachable, image.completeness(), ground.leftOut(before));
  }

  private BitSet protectedNodes() {
    var nodes = new BitSet();
    int[] named = question.protect().isEmpty() ? image.marked(Mark.Role.CROWN_JEWEL) : ground.nodes(question.protect());
    Arrays.stream(named).forEach(nodes::set);
    return nodes;
  }

  private ContainmentPlan plan(Terrain all, Goal goal, BitSet targets) {
    Duration share = question.premises().deadline().dividedBy(Goal.values().length);
    Terrain timed = Terrain.of(image, all.mask(), Premises.ANY_HOPS, Deadline.after(share));
    var table = new MeasureTable(image, held, neverCut, now);
    IntToLongFunction cost = cost(goal, table, new PlanWriter(image, table, leadingTo(all, targets)));
    PlanSearch.Found found = new PlanSearch(timed, starts, targets, table, cost, question.maxSteps()).search();
    BitSet guarded = Powers.over(image, found.chosen().stream().map(number -> table.measure(number).target()));
    guarded.or(targets);
    Sweep after = after(all, table, found.chosen());
    List<ContainmentStep> steps = new PlanWriter(image, table, leadingTo(all, guarded)).steps(found.chosen(), after.reachedNodes());
    BitSet proved = PlanProof.reached(image, all.mask(), starts, targets, steps);
    long total = found.chosen().stream().mapToLong(cost).sum();
    return new ContainmentPlan(goal, steps, total, Math.min(total, found.lowerBound()), proved.isEmpty() ? Proof.CUT : Proof.PARTIAL,
        remaining(after, proved));
  }

  private static BitSet leadingTo(Terrain all, BitSet targets) {
    return new Sweep(all.image()).backward(all, targets.stream().toArray()).reachedNodes();
  }

  private Sweep after(Terrain all, MeasureTable table, BitSet chosen) {
    var cut = new BitSet();
    var ended = new BitSet();
    chosen.stream().forEach(number -> {
      cut.or(table.edges(number));
      ended.set(table.measure(number).target(), ended.get(table.measure(number).target()) || table.measure(number).endsHolding());
    });
    return new Sweep(image).forward(all.without(cut), IntStream.of(starts).filter(start -> !ended.get(start)).toArray());
  }

  private List<AttackPath> remaining(Sweep after, BitSet proved) {
    var routes = new Routes(ground);
    return proved.stream().filter(after::reached).limit(MOST_REMAINING)
        .mapToObj(target -> AttackPaths.describe(routes.route(after.trail(target)))).toList();
  }

  private IntToLongFunction cost(Goal goal, MeasureTable table, PlanWriter writer) {
    return switch (goal) {
      case FASTEST -> number -> 1 + writer.delay(number).toMinutes();
      case LEAST_DISRUPTION, COMPLETE -> number -> disruption(table.measure(number));
    };
  }

  private long disruption(Measure measure) {
    return measure.action().disruption() + (long) WORKLOAD_WEIGHT * Math.min(MOST_WORKLOADS, Workloads.count(image, measure));
  }
}
