package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Decision;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may remove locks: asked where each lock lies, which may be above what is to be changed, and of all that somebody holds. */
final class Unlocking {

  private static final String UNLOCK = "Microsoft.Authorization/locks/delete";

  private final AzureAuthorization authorization;
  private final Directory directory;
  private final Locks locks;
  private final PowerRights rights;
  private final Denials denials;
  private final Set<String> granted = new HashSet<>();
  private final Set<String> mentioned = new HashSet<>();
  private final Map<Asked, Decision> known = new HashMap<>();

  /** Those of somebody's ids that can make a difference, and where locks lie. */
  private record Asked(Set<String> telling, List<ArmId> places) {}

  private Unlocking(Estate estate) {
    authorization = AzureAuthorization.of(estate);
    directory = Directory.of(estate);
    locks = Locks.of(estate);
    rights = PowerRights.of(estate);
    denials = new Denials(estate, List.of(UNLOCK), false);
    Grants.of(estate).of(List.of(UNLOCK), false).forEach(grant -> granted.add(grant.principalId()));
    mentioned.addAll(granted);
    mentioned.addAll(denials.mentioned());
  }

  static Unlocking of(Estate estate) {
    return estate.view(Unlocking.class, Unlocking::new);
  }

  /** The ids that can make a difference. */
  Set<String> mentioned() {
    return mentioned;
  }

  /** Whether somebody removes all locks at some places whose own object id and groups these are. */
  Decision decide(Set<String> ids, List<ArmId> places) {
    if (!places.isEmpty() && Collections.disjoint(ids, granted)) {
      return new Decision.Denied(false, List.of());
    }
    Set<String> telling = new HashSet<>(mentioned);
    telling.retainAll(ids);
    var asked = new Asked(telling, places);
    Decision decided = known.get(asked);
    if (decided == null) {
      decided = new Decision.Allowed(List.of());
      for (ArmId place : places) {
        decided = Deciding.and(decided, authorization.decide(ids, UNLOCK, place));
      }
      known.put(asked, decided);
    }
    return decided;
  }

  /** Whether a principal may change something at a scope as far as locks over it go, which it may have to remove first. */
  Ruling ruling(EntraId who, ArmId scope) {
    Decision removed = decide(directory.ids(who), locks.over(scope));
    Proof proof = authorization.proof(removed.by(), scope).andUnread(locks.unread(scope));
    for (String holder : authorization.holders(removed)) {
      proof = proof.and(directory.membership(who, holder));
    }
    return new Ruling(Deciding.and(removed, locks.requirements(scope)), proof);
  }

  /** Whether a power removes all locks at some places. */
  Decision decide(JointGrant power, List<ArmId> places) {
    Decision all = new Decision.Allowed(List.of());
    for (ArmId place : places) {
      all = Deciding.and(all, rights.decide(power, List.of(UNLOCK), denials, place));
    }
    return all;
  }
}
