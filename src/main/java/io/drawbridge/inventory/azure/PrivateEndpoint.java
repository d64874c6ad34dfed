package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/** Address of a service in a subnet. */
public record PrivateEndpoint(Origin origin, ArmId id, String name, Optional<ArmId> subnet, List<ArmId> networkInterfaces, List<Connection> connections)
    implements Resource {

  public PrivateEndpoint {
    networkInterfaces = List.copyOf(networkInterfaces);
    connections = List.copyOf(connections);
  }

  /**
   * To one service.
   *
   * @param parts of the service: {@code blob}, {@code vault}, {@code sqlServer} …
   * @param status {@code Approved}, or else it carries nothing
   */
  public record Connection(ArmId service, List<String> parts, String status, String pointer) {
    public Connection {
      parts = List.copyOf(parts);
    }

    public boolean isApproved() {
      return status.equalsIgnoreCase("Approved");
    }
  }
}
