package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.ActivationPolicy.Rules;
import io.drawbridge.inventory.azure.AzureActivationPolicy;
import io.drawbridge.inventory.azure.AzureActivationRules;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What activating an eligible Azure role asks for.
 *
 * <p>Settings are those of one role at one resource; what is set above is not inherited. Every role of every resource has some, so that a
 * listing without them has not been read for it. What they ask of who makes an assignment asks nothing of who holds it. Source: Microsoft Entra,
 * "Configure Azure resource role settings in Privileged Identity Management". <b>Not modelled:</b> activating at a narrower scope than the
 * role is held at, under whatever is set there.
 */
final class RoleActivations {

  static final Operation POLICIES = new Operation("arm", "microsoft.authorization/rolemanagementpolicyassignments");

  private final Readings readings;
  private final Map<Subject, Found> policies = new HashMap<>();

  /** One role at one scope. */
  private record Subject(ArmId scope, String role) {}

  private record Found(Resource record, Rules rules) {}

  RoleActivations(Estate estate) {
    this.readings = new Readings(estate);
    Map<ArmId, AzureActivationRules> apart = new HashMap<>();
    estate.inventory().all(AzureActivationRules.class).forEach(read -> apart.put(read.id(), read));
    for (AzureActivationPolicy policy : estate.inventory().all(AzureActivationPolicy.class)) {
      Optional<Found> own = policy.rules().map(rules -> new Found(policy, rules));
      own.or(() -> policy.policy().map(apart::get).map(read -> new Found(read, read.rules())))
          .ifPresent(found -> policies.put(new Subject(policy.place(), policy.role()), found));
    }
  }

  List<Requirement> requirements(RoleAssignment eligible) {
    Found policy = policies.get(new Subject(eligible.scope(), eligible.roleGuid()));
    if (policy != null) {
      return ActivationDemands.of(policy.rules);
    }
    return readings.reading(eligible.scope(), POLICIES) == Reading.UNREADABLE
        ? ActivationDemands.unreadable(POLICIES) : List.of(ActivationDemands.ACTIVATION);
  }

  /** The side that only restricts: the policy, or that nobody read it. */
  Proof side(RoleAssignment eligible) {
    Found policy = policies.get(new Subject(eligible.scope(), eligible.roleGuid()));
    if (policy != null) {
      return Observed.restrict(policy.record, "/properties/effectiveRules", eligible.roleGuid());
    }
    boolean unreadable = readings.reading(eligible.scope(), POLICIES) == Reading.UNREADABLE;
    return new Proof(List.of(), unreadable ? List.of() : List.of(new Unread(Readings.home(eligible.scope()), POLICIES.toString())));
  }
}
