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
 * @param host where it runs
 * @param allowed the extensions that its agent takes, {@code publisher/type} in lower case; empty means all but {@code blocked}
 */
public record ArcMachine(
    Origin origin, ArmId id, String name, String operatingSystem, Host host, boolean extensions, boolean configures, List<String> allowed, List<String> blocked)
    implements Resource {

  /**
   * What its agent says of the cloud that it runs in.
   *
   * @param provider {@code AWS}, or whatever the agent calls it; empty where it tells nothing
   * @param account of AWS, or empty
   * @param instanceId of EC2, or empty
   * @param pointer of the instance's id in the answer
   * @param expired true when the agent was away for so long that Azure no longer knows it
   */
  public record Host(String provider, String account, String instanceId, String pointer, boolean expired) {
    public boolean isAws() {
      return provider.equalsIgnoreCase("AWS");
    }
  }

  public ArcMachine {
    allowed = List.copyOf(allowed);
    blocked = List.copyOf(blocked);
  }

  /** True when its agent takes an extension, {@code publisher/type} in lower case. */
  public boolean takes(String extension) {
    return extensions && !blocked.contains(extension) && (allowed.isEmpty() || allowed.contains(extension));
  }
}
