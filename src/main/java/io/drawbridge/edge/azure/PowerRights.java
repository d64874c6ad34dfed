package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.AttributeContext;
import io.drawbridge.policy.azure.AzureEvaluator;
import io.drawbridge.policy.azure.AzureRequest;
import io.drawbridge.policy.azure.AzureRoles;
import java.util.List;
import java.util.Set;

/** What a power may do that holds one role at one scope and nothing else, under the estate's deny assignments. */
final class PowerRights {

  private final Estate estate;
  private final AzureAuthorization authorization;
  private final AzureEvaluator evaluator = new AzureEvaluator();

  private PowerRights(Estate estate) {
    this.estate = estate;
    this.authorization = AzureAuthorization.of(estate);
  }

  static PowerRights of(Estate estate) {
    return estate.view(PowerRights.class, PowerRights::new);
  }

  /** The definitions of what a holder may hold; of a principal, all. */
  AzureRoles defined(ResourceId holder) {
    AzureRoles ofPower = RolePowers.isOne(holder) ? RolePowers.of(estate).roles() : ScopePowers.ROLES;
    return holder instanceof EntraId ? authorization.roles() : ofPower;
  }

  /**
   * Whether a power may do several things at one place.
   *
   * @param denials those that can forbid any of them
   */
  Decision decide(JointGrant power, List<String> actions, Denials denials, ArmId place) {
    AzureRoles held = denials.at(place).over(defined(power.holder())).holding(power.assignments());
    Decision all = new Decision.Allowed(List.of());
    for (String action : actions) {
      if (all.possible()) {
        var request = new AzureRequest(Set.of(power.parts().getFirst().principalId()), action, false, place, List.of(), AttributeContext.UNKNOWN);
        all = Deciding.and(all, evaluator.decide(request, held, authorization.reaching(place)));
      }
    }
    return Deciding.and(all, authorization.readings().requirements(place));
  }
}
