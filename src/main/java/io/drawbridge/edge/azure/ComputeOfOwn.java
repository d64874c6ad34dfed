package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.DenyAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compute that somebody makes or changes so that it runs code of theirs under an identity that they assign to it.
 *
 * <p>It may lie anywhere: an identity is assigned across resource groups and subscriptions. A place stands for all below the same scope
 * that the same deny assignments reach, since what is granted at a scope is granted at each of them.
 */
final class ComputeOfOwn implements Beside {

  private final AzureAuthorization authorization;
  private final List<Recipe> recipes;
  private final Set<String> mentioned = new HashSet<>();
  private final Map<Set<String>, Decision> known = new HashMap<>();

  /** One kind of compute: what it takes, who has any of it where, and the places that stand for all others. */
  private record Recipe(ComputeKind kind, Map<String, Set<ArmId>> granted, PlaceClasses places) {}

  ComputeOfOwn(Estate estate) {
    this.authorization = AzureAuthorization.of(estate);
    this.recipes = ComputeKind.of(estate).stream().map(kind -> recipe(estate, kind)).toList();
    mentioned.remove(DenyAssignment.EVERYONE);
  }

  private Recipe recipe(Estate estate, ComputeKind kind) {
    Map<String, Set<ArmId>> granted = new HashMap<>();
    for (Grant grant : new Grants(estate).of(kind.actions(), false)) {
      granted.computeIfAbsent(grant.principalId(), none -> new TreeSet<>()).add(grant.scope());
      mentioned.add(grant.principalId());
    }
    var denials = new Denials(estate, kind.actions(), false);
    for (DenyAssignment deny : denials.all()) {
      mentioned.addAll(deny.principalIds());
      mentioned.addAll(deny.excludePrincipalIds());
    }
    return new Recipe(kind, granted, new PlaceClasses(estate, denials, kind.places()));
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
      decided = ask(ids);
      known.put(telling, decided);
    }
    return decided;
  }

  /** The first kind and place that settle it. */
  private Decision ask(Set<String> ids) {
    Decision best = new Decision.Denied(false, List.of());
    for (Recipe recipe : recipes) {
      for (ArmId place : places(recipe, ids)) {
        best = Deciding.or(best, at(recipe, ids, place));
        if (best instanceof Decision.Allowed) {
          return best;
        }
      }
    }
    return best;
  }

  private static List<ArmId> places(Recipe recipe, Set<String> ids) {
    Set<ArmId> scopes = new TreeSet<>();
    ids.forEach(id -> scopes.addAll(recipe.granted.getOrDefault(id, Set.of())));
    List<ArmId> places = new ArrayList<>();
    scopes.forEach(scope -> places.addAll(recipe.places.below(scope)));
    return places;
  }

  private Decision at(Recipe recipe, Set<String> ids, ArmId place) {
    Decision all = new Decision.Allowed(List.of());
    for (String action : recipe.kind.actions()) {
      if (all.possible()) {
        all = Deciding.and(all, authorization.decide(ids, action, place));
      }
    }
    return all;
  }
}
