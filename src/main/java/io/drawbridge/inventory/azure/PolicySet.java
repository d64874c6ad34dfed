package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Policies that are assigned together: an initiative.
 *
 * @param policies the definitions in it
 */
public record PolicySet(Origin origin, ArmId id, String name, List<ArmId> policies) implements Resource {

  public PolicySet {
    policies = List.copyOf(policies);
  }
}
