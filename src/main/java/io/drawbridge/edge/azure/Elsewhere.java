package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.azure.PlaceClasses.Place;
import io.drawbridge.graph.Proof;
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
 * <p>A place stands for all below the same scope that the same deny assignments and locks reach, since what is granted at a scope is granted at
 * each of them. Power over a whole scope brings a place of its own; the power of a role is asked for one below its scope. A locked place serves who
 * removes its locks, as {@link Unlocking} says.
 */
public final class Elsewhere implements Beside {

  private final AzureAuthorization authorization;
  private final PowerRights rights;
  private final Locks locks;
  private final Unlocking unlocking;
  private final List<Prepared> errands;
  private final Set<String> mentioned = new HashSet<>();
  private final Map<Set<String>, Ruling> known = new HashMap<>();
  private final Map<ResourceId, Ruling> ofPowers = new HashMap<>();

  /** One errand, who was given any of it where, and the places that stand for all others. */
  private record Prepared(Errand errand, Map<String, Set<ArmId>> granted, boolean refused, Denials denials, PlaceClasses places) {

    List<Place> places(Set<String> ids) {
      Set<ArmId> scopes = new TreeSet<>();
      ids.forEach(id -> scopes.addAll(granted.getOrDefault(id, Set.of())));
      List<Place> below = new ArrayList<>();
      scopes.forEach(scope -> below.addAll(places.below(scope)));
      return below;
    }
  }

  /** Where an errand may be done, and what comes of it there. */
  private interface Attempt {
    List<Place> places(Prepared errand);

    Decision at(Prepared errand, ArmId place);

    Decision unlocks(List<ArmId> locks);
  }

  /**
   * @param errands one of them is enough
   */
  public Elsewhere(Estate estate, List<Errand> errands) {
    this.authorization = AzureAuthorization.of(estate);
    this.rights = PowerRights.of(estate);
    this.locks = Locks.of(estate);
    this.unlocking = Unlocking.of(estate);
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
    boolean refused = Locks.refuse(errand.actions());
    var places = new PlaceClasses(estate, denials, refused, errand.places());
    mentioned.addAll(places.anyLocked() ? unlocking.mentioned() : Set.of());
    return new Prepared(errand, granted, refused, denials, places);
  }

  @Override
  public Set<String> mentioned() {
    return mentioned;
  }

  @Override
  public Ruling decide(Set<String> ids) {
    Set<String> telling = new HashSet<>(ids);
    telling.retainAll(mentioned);
    Ruling decided = known.get(telling);
    if (decided == null) {
      decided = ask(new OfPrincipal(ids));
      known.put(telling, decided);
    }
    return decided;
  }

  @Override
  public Ruling decide(JointGrant power) {
    return RolePowers.isOne(power.holder()) ? ofPowers.computeIfAbsent(power.holder(), each -> ask(new OfPower(power))) : ALWAYS;
  }

  /** The first errand and place that settle it. */
  private Ruling ask(Attempt attempt) {
    Decision best = new Decision.Denied(false, List.of());
    Proof proof = Proof.of(List.of());
    for (Prepared errand : errands) {
      for (Place place : attempt.places(errand)) {
        Decision here = at(attempt, errand, place);
        if (here instanceof Decision.Allowed) {
          return new Ruling(here, Proof.of(List.of()).andUnread(place.unread()));
        }
        best = Deciding.or(best, here);
        proof = here.possible() ? proof.andUnread(place.unread()) : proof;
      }
    }
    return new Ruling(best, proof);
  }

  private Decision at(Attempt attempt, Prepared errand, Place place) {
    Decision done = attempt.at(errand, place.id());
    if (!done.possible() || !errand.refused) {
      return done;
    }
    return Deciding.and(Deciding.and(done, attempt.unlocks(place.locks())), locks.requirements(place.id()));
  }

  private final class OfPrincipal implements Attempt {
    private final Set<String> ids;

    OfPrincipal(Set<String> ids) {
      this.ids = ids;
    }

    @Override
    public List<Place> places(Prepared errand) {
      return errand.places(ids);
    }

    @Override
    public Decision at(Prepared errand, ArmId place) {
      Decision all = new Decision.Allowed(List.of());
      for (String action : errand.errand.actions()) {
        if (all.possible()) {
          all = Deciding.and(all, authorization.decide(ids, action, place));
        }
      }
      return all;
    }

    @Override
    public Decision unlocks(List<ArmId> locks) {
      return unlocking.decide(ids, locks);
    }
  }

  private final class OfPower implements Attempt {
    private final JointGrant power;

    OfPower(JointGrant power) {
      this.power = power;
    }

    @Override
    public List<Place> places(Prepared errand) {
      return errand.places.below(power.scope());
    }

    @Override
    public Decision at(Prepared errand, ArmId place) {
      return rights.decide(power, errand.errand.actions(), errand.denials, place);
    }

    @Override
    public Decision unlocks(List<ArmId> locks) {
      return unlocking.decide(power, locks);
    }
  }
}
