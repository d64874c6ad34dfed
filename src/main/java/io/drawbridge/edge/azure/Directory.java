package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Of every collected tenant: who is in which groups, however deep and round they nest, and who is switched off. */
public final class Directory {

  private static final String DEVICE = "device";

  /** More groups of one principal than that are not kept in mind: of groups nested without end the lists would fill the memory. */
  private static final int FEW = 256;

  private final Map<String, EntraId> byObjectId = new HashMap<>();
  private final Set<EntraId> disabled = new HashSet<>();
  private final Set<EntraId> groups = new HashSet<>();
  private final Map<EntraId, List<GroupMember>> members = new HashMap<>();
  private final Map<EntraId, List<GroupMember>> memberOf = new HashMap<>();
  private final Map<String, Set<EntraId>> named = new HashMap<>();
  private final Map<EntraId, Set<String>> ids = new HashMap<>();
  private final Map<String, Set<EntraId>> inside = new HashMap<>();

  private Directory(Estate estate) {
    for (EntraUser user : estate.inventory().all(EntraUser.class)) {
      add(user.id(), user.accountEnabled(), user.displayName(), user.userPrincipalName());
    }
    for (ServicePrincipal principal : estate.inventory().all(ServicePrincipal.class)) {
      add(principal.id(), principal.accountEnabled(), principal.displayName(), principal.appId());
    }
    for (EntraGroup group : estate.inventory().all(EntraGroup.class)) {
      add(group.id(), true, group.displayName());
      groups.add(group.id());
    }
    for (GroupMember link : estate.inventory().all(GroupMember.class)) {
      groups.add(link.group());
      byObjectId.putIfAbsent(link.group().objectId(), link.group());
      members.computeIfAbsent(link.group(), none -> new ArrayList<>()).add(link);
      memberOf.computeIfAbsent(link.member(), none -> new ArrayList<>()).add(link);
    }
  }

  public static Directory of(Estate estate) {
    return estate.view(Directory.class, Directory::new);
  }

  private void add(EntraId id, boolean enabled, String... names) {
    byObjectId.put(id.objectId(), id);
    for (String name : names) {
      if (!name.isEmpty()) {
        named.computeIfAbsent(ResourceId.lowerCase(name), none -> new TreeSet<>()).add(id);
      }
    }
    if (!enabled) {
      disabled.add(id);
    }
  }

  /** The user, group or service principal with an object id, in whatever tenant. */
  public Optional<EntraId> find(String objectId) {
    return Optional.ofNullable(byObjectId.get(objectId));
  }

  /** Those that people call so: by display name, user principal name or client id, whatever the letter case. */
  public Set<EntraId> named(String name) {
    return named.getOrDefault(ResourceId.lowerCase(name), Set.of());
  }

  /** False for who is known to be switched off and can get no token. */
  public boolean canAct(EntraId principal) {
    return !disabled.contains(principal);
  }

  boolean isGroup(EntraId principal) {
    return groups.contains(principal);
  }

  /** The direct members of a group, sorted by id. */
  public List<GroupMember> members(EntraId group) {
    return members.getOrDefault(group, List.of());
  }

  /** The memberships of a principal in groups that it is a direct member of. */
  public List<GroupMember> groups(EntraId principal) {
    return memberOf.getOrDefault(principal, List.of());
  }

  /** The object ids that count for a principal: its own, and those of all groups that it is in. */
  public Set<String> ids(EntraId principal) {
    Set<String> known = ids.get(principal);
    if (known == null) {
      known = Set.copyOf(reachable(principal, Integer.MAX_VALUE));
      if (known.size() <= FEW) {
        ids.put(principal, known);
      }
    }
    return known;
  }

  /** Those of some ids that count for a principal; of whoever is in a great many groups, asked from the side of the ids. */
  Set<String> telling(EntraId principal, Set<String> mentioned) {
    Set<String> telling = new HashSet<>(mentioned);
    if (ids.containsKey(principal) || reachable(principal, FEW).size() <= FEW) {
      telling.retainAll(ids(principal));
    } else {
      telling.removeIf(id -> !id.equals(principal.objectId()) && !inside.computeIfAbsent(id, this::inside).contains(principal));
    }
    return telling;
  }

  /** Everybody in a group, however deep. */
  private Set<EntraId> inside(String group) {
    Set<EntraId> found = new HashSet<>();
    Deque<EntraId> open = new ArrayDeque<>(find(group).stream().toList());
    while (!open.isEmpty()) {
      members(open.pop()).stream().map(GroupMember::member).filter(found::add).forEach(open::push);
    }
    return found;
  }

  /** Stops beyond so many. */
  private Set<String> reachable(EntraId principal, int most) {
    Set<String> found = new LinkedHashSet<>(List.of(principal.objectId()));
    Deque<EntraId> open = new ArrayDeque<>(List.of(principal));
    while (!open.isEmpty() && found.size() <= most) {
      for (GroupMember link : memberOf.getOrDefault(open.pop(), List.of())) {
        if (found.add(link.group().objectId())) {
          open.push(link.group());
        }
      }
    }
    return found;
  }

  /**
   * Adds who acts for a holder: itself, or when it is a group everybody in it, however deep.
   *
   * @param actors gets each with the memberships that lead to it
   * @param through gets the groups on the way
   */
  public void actors(EntraId holder, SortedMap<EntraId, Proof> actors, Set<EntraId> through) {
    Deque<EntraId> open = new ArrayDeque<>(List.of(holder));
    Map<EntraId, GroupMember> ways = new HashMap<>();
    while (!open.isEmpty()) {
      EntraId next = open.pop();
      if (!isGroup(next)) {
        actors.putIfAbsent(next, way(next, holder, ways, GroupMember::group));
      } else if (through.add(next)) {
        for (GroupMember link : members(next)) {
          if (!link.memberType().equals(DEVICE) && !link.member().equals(holder) && ways.putIfAbsent(link.member(), link) == null) {
            open.add(link.member());
          }
        }
      }
    }
  }

  /** The shortest chain of memberships from a principal into a group; nothing for itself or when it is in none such. */
  public Proof membership(EntraId principal, String group) {
    Deque<EntraId> open = new ArrayDeque<>(List.of(principal));
    Map<EntraId, GroupMember> ways = new HashMap<>();
    while (!open.isEmpty()) {
      EntraId next = open.pop();
      if (next.objectId().equals(group)) {
        return way(next, principal, ways, GroupMember::member);
      }
      for (GroupMember link : memberOf.getOrDefault(next, List.of())) {
        if (!link.group().equals(principal) && ways.putIfAbsent(link.group(), link) == null) {
          open.add(link.group());
        }
      }
    }
    return Proof.of(List.of());
  }

  /** The links from one end back to where a search began. */
  private static Proof way(EntraId end, EntraId begin, Map<EntraId, GroupMember> ways, Function<GroupMember, EntraId> before) {
    List<Evidence> links = new ArrayList<>();
    EntraId at = end;
    while (!at.equals(begin)) {
      GroupMember link = Objects.requireNonNull(ways.get(at), "whatever was found has a way");
      links.addAll(Observed.fact(link, "/id", link.member().objectId()).evidence());
      at = before.apply(link);
    }
    return Proof.of(links);
  }
}
