package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** The rules of one policy of Privileged Identity Management for Azure roles, which says nothing of the role that it is for. */
public record AzureActivationRules(Origin origin, ArmId id, ActivationPolicy.Rules rules) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
