package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Optional;

/**
 * What Privileged Identity Management asks of who activates an Azure role at one scope.
 *
 * @param place the scope of the eligible assignments that it is for
 * @param role the role definition's GUID, in lower case
 * @param policy where the rules stand as well
 * @param rules empty where the listing names the policy alone
 */
public record AzureActivationPolicy(Origin origin, ArmId id, ArmId place, String role, Optional<ArmId> policy, Optional<ActivationPolicy.Rules> rules)
    implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
