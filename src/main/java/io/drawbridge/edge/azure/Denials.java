package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.azure.DenyAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The deny assignments that can forbid any of some actions, by where they apply. */
final class Denials {

  private final ArmScopes scopes;
  private final Map<ArmId, List<DenyAssignment>> byScope = new HashMap<>();

  Denials(Estate estate, List<String> actions, boolean dataAction) {
    this.scopes = ArmScopes.of(estate);
    actions.stream().flatMap(action -> AzureAuthorization.of(estate).denies(action, dataAction).stream()).distinct()
        .forEach(deny -> byScope.computeIfAbsent(deny.scope(), none -> new ArrayList<>()).add(deny));
  }

  List<DenyAssignment> all() {
    return byScope.values().stream().flatMap(List::stream).toList();
  }

  /** Those that apply to a scope, its own and what it inherits. */
  List<DenyAssignment> at(ArmId scope) {
    if (byScope.isEmpty()) {
      return List.of();
    }
    List<DenyAssignment> found = new ArrayList<>();
    for (ArmId each : scopes.chain(scope)) {
      for (DenyAssignment deny : byScope.getOrDefault(each, List.of())) {
        if (!deny.doNotApplyToChildScopes() || each.equals(scope)) {
          found.add(deny);
        }
      }
    }
    return List.copyOf(found);
  }

  /** True when something inside a store is not denied exactly as the store is, so that it answers for itself. */
  boolean tellApart(ArmId store, ArmId inside) {
    return !byScope.isEmpty() && !at(store).equals(at(inside));
  }
}
