package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.azure.DenyAssignment;
import java.util.List;

/**
 * Deny assignment.
 *
 * @param blocks one for each block of permissions
 */
public record AzureDenyAssignment(Origin origin, ArmId id, List<DenyAssignment> blocks) implements Resource {

  public AzureDenyAssignment {
    blocks = List.copyOf(blocks);
  }

  @Override
  public String name() {
    return id.name();
  }
}
