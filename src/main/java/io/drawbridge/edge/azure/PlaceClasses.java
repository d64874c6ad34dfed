package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One place for each answer below a scope: those that the same deny assignments and locks reach are alike to who was given something there.
 *
 * <p>Those come first of which everything was read and that no lock holds, so that what is found there needs nobody to look further.
 */
final class PlaceClasses {

  private static final Comparator<Place> CLEAREST_FIRST =
      Comparator.<Place>comparingInt(place -> place.unread.size()).thenComparingInt(place -> place.reached.locks.size());

  private final Map<ArmId, List<Place>> byScope = new HashMap<>();

  /**
   * What can tell two places apart.
   *
   * @param read whether all that can restrict was asked for
   */
  private record Reached(AppliedDenies denies, List<Requirement> hidden, List<ArmId> locks, boolean read) {}

  /** A place, and what was never read that can restrict there. */
  record Place(ArmId id, Reached reached, List<Unread> unread) {

    /** Where the locks lie that hold it. */
    List<ArmId> locks() {
      return reached.locks;
    }
  }

  /**
   * @param refused whether locks refuse what is done there
   */
  PlaceClasses(Estate estate, Denials denials, boolean refused, Collection<ArmId> places) {
    Readings readings = AzureAuthorization.of(estate).readings();
    Locks locks = Locks.of(estate);
    ArmScopes scopes = ArmScopes.of(estate);
    Map<ArmId, Map<Reached, Place>> classes = new HashMap<>();
    for (ArmId id : places) {
      List<Requirement> hidden = new ArrayList<>(readings.requirements(id));
      List<Unread> unread = new ArrayList<>(readings.unread(id));
      if (refused) {
        hidden.addAll(locks.requirements(id));
        unread.addAll(locks.unread(id));
      }
      var reached = new Reached(denials.at(id), hidden, refused ? locks.over(id) : List.of(), unread.isEmpty());
      scopes.chain(id).forEach(scope -> classes.computeIfAbsent(scope, none -> new LinkedHashMap<>()).putIfAbsent(reached, new Place(id, reached, unread)));
    }
    classes.forEach((scope, one) -> byScope.put(scope, one.values().stream().sorted(CLEAREST_FIRST).toList()));
  }

  List<Place> below(ArmId scope) {
    return byScope.getOrDefault(scope, List.of());
  }

  /** True when a lock holds any of them. */
  boolean anyLocked() {
    return byScope.values().stream().flatMap(List::stream).anyMatch(place -> !place.locks().isEmpty());
  }
}
