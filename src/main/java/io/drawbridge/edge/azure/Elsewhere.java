package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.Collection;
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
 * each of them. Power over a whole scope brings a place of its own; the power of a role is asked for one below its scope.
 */
public final class Elsewhere implements Beside {

  private final AzureAuthorization authorization;
  private final PowerRights rights;
  private final Locks locks;
  private final List<Prepared> errands;
  private final Set<String> mentioned = new HashSet<>();
  private final Map<Set<String>, Decision> known = new HashMap<>();
  private final Map<ResourceId, Decision> ofPowers = new HashMap<>();

  /** One errand, who was given any of it where, and the places that stand for all others. */
  private record Prepared(Errand errand, Map<String, Set<ArmId>> granted, Denials denials, PlaceClasses places) {

    Collection<ArmId> places(Set<String> ids) {
      Set<ArmId> scopes = new TreeSet<>();
      ids.forEach(id -> scopes.addAll(granted.getOrDefault(id, Set.of())));
      List<ArmId> below = new ArrayList<>();
      scopes.forEach(scope -> below.addAll(places.below(scope)));
      return below;
    }
  }

  /** Where an errand may be done, and what comes of it there. */
  private interface Attempt {
    Collection<ArmId> places(Prepared errand);

    Decision at(Prepared errand, ArmId place);
  }

  /**
   * @param errands one of them is enough
   */
  public Elsewhere(Estate estate, List<Errand> errands) {
    this.authorization = AzureAuthorization.of(estate);
    this.rights = PowerRights.of(estate);
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
    return new Prepared(errand, granted, denials, new PlaceClasses(estate, denials, errand.places()));
  }

  @Override
  public Set<String> mentioned() {
    return mentioned;
  }

  @Override
  public Decision decide(Set<String> ids) {
    Set<String> telling = new HashSet<>(ids);
    telling.retainAll(mentioned);
    Decision decided = known.get(telling);
    if (decided == null) {
      decided = ask(new OfPrincipal(ids));
      known.put(telling, decided);
    }
    return decided;
  }

  @Override
  public Decision decide(JointGrant power) {
    return RolePowers.isOne(power.holder()) ? ofPowers.computeIfAbsent(power.holder(), each -> ask(new OfPower(power))) : new Decision.Allowed(List.of());
  }

  /** The first errand and place that settle it. */
  private Decision ask(Attempt attempt) {
    Decision best = new Decision.Denied(false, List.of());
    for (Prepared errand : errands) {
      for (ArmId place : attempt.places(errand)) {
        best = Deciding.or(best, Deciding.and(attempt.at(errand, place), locks.requirements(place)));
        if (best instanceof Decision.Allowed) {
          return best;
        }
      }
    }
    return best;
  }

  private final class OfPrincipal implements Attempt {
    private final Set<String> ids;

    OfPrincipal(Set<String> ids) {
      this.ids = ids;
    }

    @Override
    public Collection<ArmId> places(Prepared errand) {
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
  }

  private final class OfPower implements Attempt {
    private final JointGrant power;

    OfPower(JointGrant power) {
      this.power = power;
    }

    @Override
    public Collection<ArmId> places(Prepared errand) {
      return errand.places.below(power.scope());
    }

    @Override
    public Decision at(Prepared errand, ArmId place) {
      return rights.decide(power, errand.errand.actions(), errand.denials, place);
    }
  }
}
