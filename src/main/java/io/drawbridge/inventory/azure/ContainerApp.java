package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Container app, or job of container apps.
 *
 * @param images in full, with registry and tag
 * @param trigger of a job: {@code manual}, {@code schedule} or {@code event}; empty for an app
 */
public record ContainerApp(Origin origin, ArmId id, String name, List<String> images, String trigger) implements Resource {

  public ContainerApp {
    images = List.copyOf(images);
  }
}
