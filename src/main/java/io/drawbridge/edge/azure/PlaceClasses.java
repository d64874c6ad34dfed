package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.Requirement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One place for each answer below a scope: those that the same deny assignments reach are alike to who was given something there. */
final class PlaceClasses {

  private final Map<ArmId, Map<Reached, ArmId>> byScope = new HashMap<>();

  /** What can tell two places apart. */
  private record Reached(AppliedDenies denies, List<Requirement> deniesUnread, List<Requirement> locksUnread) {}

  PlaceClasses(Estate estate, Denials denials, Collection<ArmId> places) {
    Readings readings = AzureAuthorization.of(estate).readings();
    Locks locks = Locks.of(estate);
    ArmScopes scopes = ArmScopes.of(estate);
    for (ArmId place : places) {
      var reached = new Reached(denials.at(place), readings.requirements(place), locks.requirements(place));
      scopes.chain(place).forEach(scope -> byScope.computeIfAbsent(scope, none -> new LinkedHashMap<>()).putIfAbsent(reached, place));
    }
  }

  Collection<ArmId> below(ArmId scope) {
    return byScope.getOrDefault(scope, Map.of()).values();
  }
}
