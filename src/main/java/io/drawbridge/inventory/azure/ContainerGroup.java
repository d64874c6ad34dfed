package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Container group of Container Instances.
 *
 * @param images in full, with registry and tag
 */
public record ContainerGroup(Origin origin, ArmId id, String name, List<String> images) implements Resource {

  public ContainerGroup {
    images = List.copyOf(images);
  }
}
