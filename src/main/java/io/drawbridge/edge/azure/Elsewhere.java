package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody must also do at another place than the target: make compute, copy a disk, deploy.
 *
 * <p>A place stands for all below the same scope that the same deny assignments reach, since what is granted at a scope is granted at
 * each of them. Power over a scope brings a place of its own.
 */
public final class Elsewhere implements Beside {

  private final AzureAuthorization authorization;
  private final Locks locks;
  private final List<Prepared> errands;
  private final Set<String> mentioned = new HashSet<>();
  private final Map<Set<String>, Decision> known = new HashMap<>();

  /** One errand, who was given any of it where, and the places that stand for all others. */
  private record Prepared(Errand errand, Map<String, Set<ArmId>> granted, PlaceClasses places) {}

  /**
   * @param errands one of them is enough
   */
  public Elsewhere(Estate estate, List<Errand> errands) {
    this.authorization = AzureAuthorization.of(estate);
    this.locks = Locks.of(estate);
    this.errands = errands.stream().map(errand -> prepare(estate, errand)).toList();
  }

  private Prepared prepare(Estate estate, Errand errand) {
    Map<String, Set<ArmId>> granted = new HashMap<>();
    for (Grant grant : Grants.of(estate).of(errand.actions(), false)) {
      granted.computeIfAbsent(grant.principalId(), none -> new TreeSet<>()).add(grant.scope());
      mentioned.add(grant.principalId());
    }
    var denials = new Denials(estate, errand.actions(), false);
    mentioned.addAll(denials.mentioned());
    return new Prepared(errand, granted, new PlaceClasses(estate, denials, errand.places()));
  }

  @Override
  public Set<String> mentioned() {
    return mentioned;
  }

  @Override
  public Decision decide(Set<String> ids) {
    if (ScopePowers.isFresh(ids)) {
      return new Decision.Allowed(List.of());
    }
    Set<String> telling = new HashSet<>(ids);
    telling.retainAll(mentioned);
    Decision decided = known.get(telling);
    if (decided == null) {
      decided = ask(ids);
      known.put(telling, decided);
    }
    return decided;
  }

  /** The first errand and place that settle it. */
  private Decision ask(Set<String> ids) {
    Decision best = new Decision.Denied(false, List.of());
    for (Prepared errand : errands) {
      for (ArmId place : places(errand, ids)) {
        best = Deciding.or(best, at(errand, ids, place));
        if (best instanceof Decision.Allowed) {
          return best;
        }
      }
    }
    return best;
  }

  private static List<ArmId> places(Prepared errand, Set<String> ids) {
    Set<ArmId> scopes = new TreeSet<>();
    ids.forEach(id -> scopes.addAll(errand.granted.getOrDefault(id, Set.of())));
    List<ArmId> places = new ArrayList<>();
    scopes.forEach(scope -> places.addAll(errand.places.below(scope)));
    return places;
  }

  private Decision at(Prepared prepared, Set<String> ids, ArmId place) {
    Decision all = new Decision.Allowed(List.of());
    for (String action : prepared.errand.actions()) {
      if (all.possible()) {
        all = Deciding.and(all, authorization.decide(ids, action, place));
      }
    }
    return Deciding.and(all, locks.requirements(place));
  }
}
