package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Virtual machine scale set.
 *
 * @param interfaces as its profile says that each instance has them: without private addresses, which an instance is given when it is made
 * @param image gallery image, or version of one, that its next instance starts from; empty for images of elsewhere
 */
public record VmScaleSet(
    Origin origin, ArmId id, String name, String operatingSystem, List<NetworkInterface> interfaces, Optional<ArmId> image) implements Resource {

  public VmScaleSet {
    interfaces = List.copyOf(interfaces);
  }
}
