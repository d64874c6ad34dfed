package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who was given an action, at which scope: the assignments of one holder at one scope count together, those with a condition apart.
 *
 * <p>Most actions are in the same few roles: what was worked out of some roles is kept for all actions that only these take in.
 */
final class Grants {

  private final AzureAuthorization authorization;
  private final Map<String, List<Held>> byRole = new HashMap<>();
  private final Map<Set<String>, List<Grant>> known = new HashMap<>();
  private final Map<Asked, BitSet> taken = new HashMap<>();
  private int count;

  /** One holder at one scope. */
  private record Place(String principalId, ArmId scope, boolean conditional) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::principalId).thenComparing(Place::scope).thenComparing(Place::conditional);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private record Held(int number, Place place, RoleAssignment assignment) {}

  private record Asked(String roleGuid, List<String> actions, boolean dataAction) {}

  private Grants(Estate estate) {
    this.authorization = AzureAuthorization.of(estate);
    for (RoleAssignment one : authorization.held().all()) {
      List<Held> same = byRole.computeIfAbsent(one.roleGuid(), none -> new ArrayList<>());
      same.add(new Held(count++, new Place(one.principalId(), one.scope(), isConditional(one)), one));
    }
  }

  static Grants of(Estate estate) {
    return estate.view(Grants.class, Grants::new);
  }

  /** The grants of any of these actions, of principals only, in order. */
  List<Grant> of(List<String> actions, boolean dataAction) {
    Set<String> roles = new TreeSet<>();
    byRole.keySet().stream().filter(guid -> !taken(guid, actions, dataAction).isEmpty()).forEach(roles::add);
    return known.computeIfAbsent(roles, this::ofRoles);
  }

  private List<Grant> ofRoles(Set<String> roles) {
    SortedMap<Place, List<RoleAssignment>> places = new TreeMap<>();
    roles.stream().flatMap(guid -> byRole.getOrDefault(guid, List.of()).stream()).sorted(Comparator.comparingInt(Held::number))
        .forEach(held -> places.computeIfAbsent(held.place, none -> new ArrayList<>()).add(held.assignment));
    List<Grant> grants = new ArrayList<>();
    places.forEach((place, assignments) -> grants.add(grant(place, assignments)));
    return List.copyOf(grants);
  }

  /** Which of these actions a role takes in, conditions apart. */
  BitSet taken(String guid, List<String> actions, boolean dataAction) {
    return taken.computeIfAbsent(new Asked(guid, actions, dataAction), this::taken);
  }

  private BitSet taken(Asked asked) {
    var covered = new BitSet();
    Optional.ofNullable(authorization.definitions().get(asked.roleGuid)).ifPresent(role -> {
      for (int i = 0; i < asked.actions.size(); i++) {
        String action = asked.actions.get(i);
        covered.set(i, role.permissions().stream().anyMatch(block -> block.covers(action, asked.dataAction)));
      }
    });
    return covered;
  }

  private boolean isConditional(RoleAssignment assignment) {
    RoleDefinition role = authorization.definitions().get(assignment.roleGuid());
    return !assignment.condition().isBlank() || (role != null && role.permissions().stream().anyMatch(block -> !block.condition().isBlank()));
  }

  private Grant grant(Place place, List<RoleAssignment> assignments) {
    EntraId holder = authorization.principal(place.principalId, place.scope);
    return new Grant(holder, place.principalId, place.scope, place.conditional, assignments, Proof.of(List.of()));
  }
}
