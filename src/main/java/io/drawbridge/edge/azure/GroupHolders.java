package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.GroupMember;
import io.drawbridge.policy.Alternatives;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * From whom the edge of a grant to a group starts: from the group, unless its members fare differently, by a deny assignment or by
 * what else they need; then from those of its members that fare alike.
 *
 * <p><b>Not modelled:</b> somebody who adds itself to a group that is so divided.
 */
final class GroupHolders {

  private final Directory directory;
  private final Function<Set<String>, Alternatives> answer;
  private final Set<String> mentioned;
  private final Map<Set<String>, Alternatives> answers = new HashMap<>();
  private final SortedMap<EntraId, Proof> holders = new TreeMap<>();
  private final Set<EntraId> seen = new HashSet<>();

  /**
   * @param answer what is decided for someone with these ids
   * @param mentioned the ids that can make a difference
   */
  GroupHolders(Directory directory, Function<Set<String>, Alternatives> answer, Set<String> mentioned) {
    this.directory = directory;
    this.answer = answer;
    this.mentioned = mentioned;
  }

  /** The holders and the memberships that make them so. */
  SortedMap<EntraId, Proof> of(EntraId assigned) {
    collect(assigned, Proof.of(List.of()));
    return holders;
  }

  private void collect(EntraId principal, Proof membership) {
    if (!seen.add(principal) || !directory.canAct(principal)) {
      return;
    }
    if (!directory.isGroup(principal) || isUniform(principal)) {
      holders.put(principal, membership);
      return;
    }
    for (GroupMember link : directory.members(principal)) {
      collect(link.member(), membership.and(Observed.fact(link, "/id", link.member().objectId())));
    }
  }

  private boolean isUniform(EntraId group) {
    if (mentioned.isEmpty()) {
      return true;
    }
    Alternatives ofGroup = answer(group);
    return isUniform(group, ofGroup, new HashSet<>());
  }

  private boolean isUniform(EntraId group, Alternatives expected, Set<EntraId> visited) {
    for (GroupMember link : directory.members(group)) {
      EntraId member = link.member();
      boolean fresh = visited.add(member) && directory.canAct(member);
      if (fresh && (!answer(member).equals(expected) || !isUniform(member, expected, visited))) {
        return false;
      }
    }
    return true;
  }

  /** Only the mentioned ids make a difference, beside those of the assigned group itself. */
  private Alternatives answer(EntraId principal) {
    Set<String> ids = directory.ids(principal);
    Set<String> telling = new HashSet<>(ids);
    telling.retainAll(mentioned);
    Alternatives known = answers.get(telling);
    if (known == null) {
      known = answer.apply(ids);
      answers.put(telling, known);
    }
    return known;
  }
}
