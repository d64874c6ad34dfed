package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.GroupMember;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who was given all of several actions: by one grant, or by several that add up, held at scopes that lie within each other, by itself and by groups.
 *
 * <p>Azure adds up what all assignments give that reach a resource, whoever of the caller and its groups holds them. What adds up belongs to
 * whoever has all parts, so it starts at a group only if the group itself, or groups that it is in, hold them, and otherwise at the member.
 *
 * <p>Cost: looked at is only who takes in the action that fewest do, and of it only the parts that it holds.
 */
final class JointGrants {

  private final Directory directory;
  private final ArmScopes scopes;
  private final Grants grants;
  private final List<String> actions;
  private final boolean dataAction;
  private final List<JointGrant> found = new ArrayList<>();
  private final Map<String, List<Grant>> parts = new HashMap<>();
  private final Map<String, Set<ArmId>> whole = new HashMap<>();
  private final Map<EntraId, Map<ArmId, List<Grant>>> known = new HashMap<>();

  private JointGrants(Estate estate, List<String> actions, boolean dataAction) {
    this.directory = Directory.of(estate);
    this.scopes = ArmScopes.of(estate);
    this.grants = Grants.of(estate);
    this.actions = actions;
    this.dataAction = dataAction;
  }

  /** In order: those of one grant first. */
  static List<JointGrant> of(Estate estate, List<String> actions, boolean dataAction) {
    return new JointGrants(estate, actions, dataAction).find();
  }

  private List<JointGrant> find() {
    grants.of(actions, dataAction).forEach(this::sort);
    if (actions.size() > 1 && complete(parts.values().stream().flatMap(List::stream).toList(), false)) {
      candidates().forEach(this::add);
    }
    return found;
  }

  /** What takes in all actions by one role without a condition gains nothing by more; where it needs no activation, nobody needs more. */
  private void sort(Grant grant) {
    if (complete(List.of(grant), false)) {
      found.add(JointGrant.alone(grant));
    }
    if (complete(List.of(grant), true)) {
      whole.computeIfAbsent(grant.principalId(), none -> new HashSet<>()).add(grant.scope());
    } else if (grant.conditional() || !grant.assignments().stream().allMatch(one -> grants.taken(one.roleGuid(), actions, dataAction).cardinality() == actions.size())) {
      parts.computeIfAbsent(grant.principalId(), none -> new ArrayList<>()).add(grant);
    }
  }

  /**
   * True when all actions are taken in.
   *
   * @param certainly whether by what depends on no condition and no activation
   */
  private boolean complete(Collection<Grant> together, boolean certainly) {
    var all = new BitSet();
    for (Grant grant : together) {
      grant.assignments().stream().filter(one -> !certainly || (!grant.conditional() && one.activation().isEmpty()))
          .forEach(one -> all.or(grants.taken(one.roleGuid(), actions, dataAction)));
    }
    return all.cardinality() == actions.size();
  }

  /** Everybody who takes in the action that fewest do: nobody else can take in all of them. */
  private Set<EntraId> candidates() {
    List<Search> searches = IntStream.range(0, actions.size()).mapToObj(this::holders).map(Search::new).toList();
    while (true) {
      for (Search search : searches) {
        if (search.isOver()) {
          return search.met;
        }
        search.step();
      }
    }
  }

  private List<EntraId> holders(int action) {
    return parts.values().stream().flatMap(List::stream).filter(grant -> takesIn(grant, action))
        .map(Grant::holder).filter(EntraId.class::isInstance).map(EntraId.class::cast).distinct().toList();
  }

  private boolean takesIn(Grant grant, int action) {
    return grant.assignments().stream().anyMatch(one -> grants.taken(one.roleGuid(), actions, dataAction).get(action));
  }

  /** Down from some groups to all their members, one group at a time. */
  private final class Search {
    private final Set<EntraId> met;
    private final Deque<EntraId> open;

    Search(List<EntraId> from) {
      met = new TreeSet<>(from);
      open = new ArrayDeque<>(met);
    }

    boolean isOver() {
      return open.isEmpty();
    }

    void step() {
      directory.members(open.pop()).stream().map(GroupMember::member).filter(met::add).forEach(open::push);
    }
  }

  private void add(EntraId who) {
    if (directory.canAct(who)) {
      together(who).forEach((scope, held) -> {
        if (held.size() > 1 && directory.groups(who).stream().map(GroupMember::group).noneMatch(group -> held.equals(together(group).get(scope)) && !isIn(group, who))) {
          found.add(new JointGrant(who, scope, held));
        }
      });
    }
  }

  private boolean isIn(EntraId group, EntraId other) {
    return !directory.telling(group, Set.of(other.objectId())).isEmpty();
  }

  /** What somebody's parts come to at each scope at which it holds one, where they are complete and were not so further up. */
  private Map<ArmId, List<Grant>> together(EntraId who) {
    Map<ArmId, List<Grant>> together = known.get(who);
    if (together == null) {
      together = work(who);
      known.put(who, together);
    }
    return together;
  }

  private Map<ArmId, List<Grant>> work(EntraId who) {
    Map<ArmId, List<Grant>> byScope = new LinkedHashMap<>();
    new TreeSet<>(directory.telling(who, parts.keySet())).forEach(id ->
        parts.getOrDefault(id, List.of()).forEach(part -> byScope.computeIfAbsent(part.scope(), none -> new ArrayList<>()).add(part)));
    Set<ArmId> settled = new HashSet<>();
    directory.telling(who, whole.keySet()).forEach(id -> settled.addAll(whole.getOrDefault(id, Set.of())));
    Map<ArmId, List<Grant>> together = new LinkedHashMap<>();
    byScope.keySet().forEach(scope -> {
      List<ArmId> chain = scopes.chain(scope);
      List<Grant> held = chain.stream().flatMap(each -> byScope.getOrDefault(each, List.of()).stream()).toList();
      List<Grant> above = held.stream().filter(part -> !part.scope().equals(scope)).toList();
      if (chain.stream().noneMatch(settled::contains) && complete(held, false) && !complete(above, true)) {
        together.put(scope, held);
      }
    });
    return together;
  }
}
