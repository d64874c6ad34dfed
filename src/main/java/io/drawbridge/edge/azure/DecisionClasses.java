package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Divides the targets of one capability, below each scope, into classes with one answer each.
 *
 * <p>Assignments add up and NotActions take away within their own role only, so what one assignment gives at its scope it gives to all
 * below. Only deny assignments, locks, what a resource itself asks, and attributes of it
 * that are known for conditions tell them apart. Cost: the depth of the hierarchy times the targets.
 */
final class DecisionClasses {

  private final String set;
  private final Readings readings;
  private final Denials denials;
  private final Optional<Locks> locks;
  private final Map<ArmId, List<Target>> below;
  private final Map<ArmId, List<DecisionClass>> classes = new HashMap<>();

  /** What tells two targets apart. */
  private record Key(AppliedDenies denies, List<Requirement> own, List<ArmId> locks, SortedMap<String, List<String>> attributes) {}

  /**
   * @param set name of the sets
   * @param refused whether locks refuse it
   * @param below the targets by every scope that they lie in
   */
  DecisionClasses(Estate estate, String set, Denials denials, boolean refused, Map<ArmId, List<Target>> below) {
    this.set = set;
    this.readings = AzureAuthorization.of(estate).readings();
    this.denials = denials;
    this.locks = Optional.of(Locks.of(estate)).filter(each -> refused);
    this.below = below;
  }

  /** The classes of what lies at a scope and below it. */
  List<DecisionClass> at(ArmId scope) {
    return classes.computeIfAbsent(scope, this::divide);
  }

  private List<DecisionClass> divide(ArmId scope) {
    List<Target> all = below.getOrDefault(scope, List.of());
    Map<Key, List<Target>> byKey = new LinkedHashMap<>();
    all.forEach(target -> byKey.computeIfAbsent(key(target), none -> new ArrayList<>()).add(target));
    Optional<Key> largest = byKey.entrySet().stream().max(Comparator.comparingInt(each -> each.getValue().size())).map(Map.Entry::getKey);
    List<DecisionClass> divided = new ArrayList<>();
    byKey.forEach((key, members) -> {
      CapabilitySet one = largest.filter(key::equals).isPresent() ? rest(scope, members, all) : CapabilitySet.only(set, scope.text(), members(members));
      divided.add(new DecisionClass(one, members.getFirst(), key.denies, key.own, key.locks));
    });
    return List.copyOf(divided);
  }

  private Key key(Target target) {
    List<Requirement> own = new ArrayList<>(target.own());
    own.addAll(readings.requirements(target.scope()));
    locks.ifPresent(each -> own.addAll(each.requirements(target.scope())));
    return new Key(denials.at(target.scope()), List.copyOf(own), locks.map(each -> each.over(target.scope())).orElse(List.of()), target.attributes());
  }

  /** The largest class, named by what it leaves out; that every other is named by its members keeps the cost to the number of targets. */
  private CapabilitySet rest(ArmId scope, List<Target> members, List<Target> all) {
    Set<ResourceId> inside = new LinkedHashSet<>();
    members.forEach(target -> inside.add(target.member()));
    List<ResourceId> others = all.stream().map(Target::member).filter(member -> !inside.contains(member)).toList();
    return CapabilitySet.of(set, scope.text(), others, members(members));
  }

  private List<Member> members(List<Target> targets) {
    return targets.stream().map(this::member).toList();
  }

  private Member member(Target target) {
    Proof proof = target.proof().andUnread(readings.unread(target.scope()));
    return new Member(target.member(), locks.map(each -> proof.andUnread(each.unread(target.scope()))).orElse(proof));
  }
}
