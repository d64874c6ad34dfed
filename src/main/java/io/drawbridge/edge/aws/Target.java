package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a capability gains, and everything that must be allowed for it.
 *
 * @param demands all must be allowed; the first is on the resource itself
 * @param facts what else shows that it works, and what of the resource's side was never collected
 * @param unreadable what of the resource's side exists and could not be read
 * @param homeOnly true when nobody outside the resource's account gets in, whatever its policy says
 * @param lasting how long the gain outlives the caller's credential
 * @param given what must hold besides, whoever asks: one of these is enough; none when nothing must
 */
public record Target(
    ResourceId node, List<Demand> demands, Proof facts, List<Requirement> unreadable, boolean homeOnly, Optional<Duration> lasting, List<Residual> given) {

  public Target {
    demands = List.copyOf(demands);
    unreadable = List.copyOf(unreadable);
    given = List.copyOf(given);
  }

  public Target(ResourceId node, List<Demand> demands, Proof facts, List<Requirement> unreadable, boolean homeOnly, Optional<Duration> lasting) {
    this(node, demands, facts, unreadable, homeOnly, lasting, List.of());
  }

  public static Target of(ResourceId node, List<Demand> demands) {
    return new Target(node, demands, Proof.of(List.of()), List.of(), false, Optional.empty());
  }

  /** The same with sides that were never collected. */
  public Target unread(List<Unread> unread) {
    return unread.isEmpty() ? this : new Target(node, demands, facts.and(new Proof(List.of(), unread)), unreadable, homeOnly, lasting, given);
  }

  /** The same, where a decision of others must come out well too: of a possible one, what it leaves open. */
  public Target given(Decision decision) {
    return decision instanceof Decision.Conditional conditional
        ? new Target(node, demands, facts, unreadable, homeOnly, lasting, conditional.alternatives()) : this;
  }

  /** Targets in layers: of those with one node, each is in a layer of its own. */
  public static List<List<Target>> oncePerNode(List<Target> targets) {
    List<List<Target>> layers = new ArrayList<>();
    Map<ResourceId, Integer> seen = new HashMap<>();
    for (Target target : targets) {
      int layer = seen.merge(target.node(), 1, Integer::sum) - 1;
      if (layer == layers.size()) {
        layers.add(new ArrayList<>());
      }
      layers.get(layer).add(target);
    }
    return layers;
  }

  /** What is asked besides the demands. */
  public Decision besides() {
    return Decisions.given(open(given), unreadable);
  }

  /** Possible if one of the residuals holds; outright when there are none. */
  public static Decision open(List<Residual> given) {
    return given.isEmpty() ? Decisions.YES : new Decision.Conditional(given, List.of(), false);
  }

  public String account() {
    return demands.getFirst().account();
  }
}
