package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who was given an action, at which scope: the assignments of one holder at one scope count together, those with a condition
 * apart. */
final class Grants {

  private final AzureAuthorization authorization;

  /** One holder at one scope. */
  private record Place(String principalId, ArmId scope, boolean conditional) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::principalId).thenComparing(Place::scope).thenComparing(Place::conditional);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  Grants(Estate estate) {
    this.authorization = AzureAuthorization.of(estate);
  }

  /** The grants of any of these actions, of principals only, in order. */
  List<Grant> of(List<String> actions, boolean dataAction) {
    SortedMap<Place, List<RoleAssignment>> places = new TreeMap<>();
    Map<String, Boolean> granting = new HashMap<>();
    for (RoleAssignment one : authorization.held().all()) {
      if (granting.computeIfAbsent(one.roleGuid(), guid -> grants(guid, actions, dataAction))) {
        places.computeIfAbsent(new Place(one.principalId(), one.scope(), isConditional(one)), none -> new ArrayList<>()).add(one);
      }
    }
    List<Grant> grants = new ArrayList<>();
    places.forEach((place, assignments) -> grants.add(grant(place, assignments)));
    return grants;
  }

  private boolean grants(String guid, List<String> actions, boolean dataAction) {
    RoleDefinition role = authorization.definitions().get(guid);
    return role != null && role.permissions().stream().anyMatch(block -> actions.stream().anyMatch(action -> block.covers(action, dataAction)));
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
