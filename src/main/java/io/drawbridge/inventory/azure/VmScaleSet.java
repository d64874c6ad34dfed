package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Virtual machine scale set; how its instances are exposed stands in its own profile.
 *
 * @param publicAddresses true when each instance gets a public address
 */
public record VmScaleSet(
    Origin origin, ArmId id, String name, String operatingSystem, List<ArmId> networkSecurityGroups, boolean publicAddresses)
    implements Resource {

  public VmScaleSet {
    networkSecurityGroups = List.copyOf(networkSecurityGroups);
  }
}
