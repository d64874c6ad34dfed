package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.List;

/**
 * From where a store's data plane answers.
 *
 * @param addresses address blocks that are let in where the default is to deny
 * @param subnets subnets that are let in where the default is to deny
 */
public record NetworkAccess(boolean defaultDeny, boolean publicDisabled, List<String> addresses, List<ArmId> subnets) {

  public NetworkAccess {
    addresses = List.copyOf(addresses);
    subnets = List.copyOf(subnets);
  }

  /** True when the store does not answer to everyone who holds a permission. */
  public boolean restricted() {
    return defaultDeny || publicDisabled;
  }
}
