package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.List;
import java.util.Set;

/**
 * From where a store's data plane answers.
 *
 * @param addresses address blocks that are let in where the default is to deny
 * @param subnets subnets that are let in where the default is to deny
 */
public record NetworkAccess(boolean defaultDeny, boolean publicDisabled, List<String> addresses, List<ArmId> subnets) {

  private static final Set<String> EVERYBODY = Set.of("0.0.0.0/0", "0.0.0.0");

  public NetworkAccess {
    addresses = List.copyOf(addresses);
    subnets = List.copyOf(subnets);
  }

  /** True when the store does not answer to everyone who holds a permission. */
  public boolean restricted() {
    return publicDisabled || (defaultDeny && !opened());
  }

  /** Whether a rule takes back what the default denies: it lets in every address, or those of all of Azure's machines, whoever's they are. */
  public boolean opened() {
    return addresses.stream().anyMatch(EVERYBODY::contains);
  }
}
