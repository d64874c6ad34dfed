package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.azure.DenyAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The deny assignments that can forbid any of some actions, by where they apply, but for those whom {@link DeploymentStacks} let lift them. */
public final class Denials {

  private final ArmScopes scopes;
  private final Map<ArmId, List<DenyAssignment>> byScope = new HashMap<>();
  private final Map<List<DenyAssignment>, AppliedDenies> equal = new HashMap<>();
  private final Map<Bearing, AppliedDenies> known = new HashMap<>();

  /**
   * What decides which deny assignments apply somewhere.
   *
   * @param scopes those at and above it at which some are
   * @param itself whether it is the first of them, so that those apply that spare what lies below
   */
  private record Bearing(List<ArmId> scopes, boolean itself) {}

  public Denials(Estate estate, List<String> actions, boolean dataAction) {
    this.scopes = ArmScopes.of(estate);
    actions.stream().flatMap(action -> AzureAuthorization.of(estate).denies(action, dataAction).stream()).distinct()
        .map(DeploymentStacks.of(estate)::spared).forEach(deny -> byScope.computeIfAbsent(deny.scope(), none -> new ArrayList<>()).add(deny));
  }

  List<DenyAssignment> all() {
    return byScope.values().stream().flatMap(List::stream).toList();
  }

  /** The ids of principals that any of them names or spares. */
  Set<String> mentioned() {
    return new AppliedDenies(all()).mentioned();
  }

  /** Those that apply to a scope, its own and what it inherits: one and the same wherever the same apply. */
  AppliedDenies at(ArmId scope) {
    if (byScope.isEmpty()) {
      return AppliedDenies.NONE;
    }
    List<ArmId> bearing = scopes.chain(scope).stream().filter(byScope::containsKey).toList();
    return known.computeIfAbsent(new Bearing(bearing, byScope.containsKey(scope)), this::applying);
  }

  private AppliedDenies applying(Bearing bearing) {
    List<DenyAssignment> found = new ArrayList<>();
    for (ArmId each : bearing.scopes) {
      boolean itself = bearing.itself && each.equals(bearing.scopes.getFirst());
      byScope.getOrDefault(each, List.of()).stream().filter(deny -> itself || !deny.doNotApplyToChildScopes()).forEach(found::add);
    }
    return equal.computeIfAbsent(found, AppliedDenies::new);
  }

  /** True when something inside a store is not denied exactly as the store is, so that it answers for itself. */
  public boolean tellApart(ArmId store, ArmId inside) {
    return !byScope.isEmpty() && !at(store).equals(at(inside));
  }
}
