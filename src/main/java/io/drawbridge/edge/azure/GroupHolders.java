package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.GroupMember;
import io.drawbridge.policy.Alternatives;
import java.util.ArrayDeque;
import java.util.Deque;
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
    collect(assigned);
    return holders;
  }

  /** Somebody to be looked at, by the memberships that lead there. */
  private record Open(EntraId principal, Proof membership) {}

  /** Without recursion: groups may nest as deep as somebody likes. */
  private void collect(EntraId assigned) {
    Deque<Open> open = new ArrayDeque<>(List.of(new Open(assigned, Proof.of(List.of()))));
    while (!open.isEmpty()) {
      Open next = open.pop();
      boolean fresh = seen.add(next.principal) && directory.canAct(next.principal);
      if (fresh && (!directory.isGroup(next.principal) || isUniform(next.principal))) {
        holders.put(next.principal, next.membership);
      } else if (fresh) {
        directory.members(next.principal).reversed().forEach(link -> open.push(new Open(link.member(),
            next.membership.and(Observed.fact(link, "/id", link.member().objectId())))));
      }
    }
  }

  private boolean isUniform(EntraId group) {
    if (mentioned.isEmpty()) {
      return true;
    }
    Alternatives expected = answer(group);
    Set<EntraId> visited = new HashSet<>();
    Deque<EntraId> open = new ArrayDeque<>(List.of(group));
    while (!open.isEmpty()) {
      for (GroupMember link : directory.members(open.pop())) {
        EntraId member = link.member();
        if (visited.add(member) && directory.canAct(member)) {
          if (!answer(member).equals(expected)) {
            return false;
          }
          open.push(member);
        }
      }
    }
    return true;
  }

  /** Only the mentioned ids make a difference, beside those of the assigned group itself. */
  private Alternatives answer(EntraId principal) {
    Set<String> telling = directory.telling(principal, mentioned);
    Alternatives known = answers.get(telling);
    if (known == null) {
      known = answer.apply(directory.ids(principal));
      answers.put(telling, known);
    }
    return known;
  }
}
