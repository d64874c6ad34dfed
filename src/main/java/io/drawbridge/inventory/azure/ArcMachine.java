package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Machine of elsewhere that Azure Arc manages.
 *
 * @param extensions false when its agent takes no extension, or only those of monitoring
 * @param configures true when its agent applies machine configurations
 * @param allowed the extensions that its agent takes, {@code publisher/type} in lower case; empty means all but {@code blocked}
 */
public record ArcMachine(
    Origin origin, ArmId id, String name, String operatingSystem, boolean extensions, boolean configures, List<String> allowed, List<String> blocked)
    implements Resource {

  public ArcMachine {
    allowed = List.copyOf(allowed);
    blocked = List.copyOf(blocked);
  }

  /** True when its agent takes an extension, {@code publisher/type} in lower case. */
  public boolean takes(String extension) {
    return extensions && !blocked.contains(extension) && (allowed.isEmpty() || allowed.contains(extension));
  }
}
