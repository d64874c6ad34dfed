package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Addresses that a database server answers, first and last; from zero to zero stands for all of Azure. */
public record DatabaseFirewallRule(Origin origin, ArmId id, String name, ArmId server, String first, String last) implements Resource {

  private static final String ZERO = "0.0.0.0";

  /** True when it takes in every address, or that of any machine in Azure, whoever's it is. */
  public boolean letsAnyoneIn() {
    return first.equals(ZERO) && (last.equals(ZERO) || last.equals("255.255.255.255"));
  }
}
