package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.GroupMember;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Of every collected tenant: who is in which groups, however deep and round they nest, and who is switched off. */
final class Directory {

  private final Map<String, EntraId> byObjectId = new HashMap<>();
  private final Set<EntraId> disabled = new HashSet<>();
  private final Set<EntraId> groups = new HashSet<>();
  private final Map<EntraId, List<GroupMember>> members = new HashMap<>();
  private final Map<EntraId, List<EntraId>> memberOf = new HashMap<>();
  private final Map<EntraId, Set<String>> ids = new HashMap<>();

  private Directory(Estate estate) {
    for (EntraUser user : estate.inventory().all(EntraUser.class)) {
      add(user.id(), user.accountEnabled());
    }
    for (ServicePrincipal principal : estate.inventory().all(ServicePrincipal.class)) {
      add(principal.id(), principal.accountEnabled());
    }
    for (EntraGroup group : estate.inventory().all(EntraGroup.class)) {
      add(group.id(), true);
      groups.add(group.id());
    }
    for (GroupMember link : estate.inventory().all(GroupMember.class)) {
      groups.add(link.group());
      members.computeIfAbsent(link.group(), none -> new ArrayList<>()).add(link);
      memberOf.computeIfAbsent(link.member(), none -> new ArrayList<>()).add(link.group());
    }
  }

  static Directory of(Estate estate) {
    return estate.view(Directory.class, Directory::new);
  }

  private void add(EntraId id, boolean enabled) {
    byObjectId.put(id.objectId(), id);
    if (!enabled) {
      disabled.add(id);
    }
  }

  /** The user, group or service principal with an object id, in whatever tenant. */
  Optional<EntraId> find(String objectId) {
    return Optional.ofNullable(byObjectId.get(objectId));
  }

  /** False for who is known to be switched off and can get no token. */
  boolean canAct(EntraId principal) {
    return !disabled.contains(principal);
  }

  boolean isGroup(EntraId principal) {
    return groups.contains(principal);
  }

  /** The direct members of a group, sorted by id. */
  List<GroupMember> members(EntraId group) {
    return members.getOrDefault(group, List.of());
  }

  /** The object ids that count for a principal: its own, and those of all groups that it is in. */
  Set<String> ids(EntraId principal) {
    Set<String> known = ids.get(principal);
    if (known == null) {
      known = Set.copyOf(reachable(principal));
      ids.put(principal, known);
    }
    return known;
  }

  private Set<String> reachable(EntraId principal) {
    Set<String> found = new LinkedHashSet<>(List.of(principal.objectId()));
    Deque<EntraId> open = new ArrayDeque<>(List.of(principal));
    while (!open.isEmpty()) {
      for (EntraId group : memberOf.getOrDefault(open.pop(), List.of())) {
        if (found.add(group.objectId())) {
          open.push(group);
        }
      }
    }
    return found;
  }
}
