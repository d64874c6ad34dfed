package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Route table.
 *
 * @param gatewayRoutes whether its subnets also take the routes of the network's gateway
 */
public record AzureRouteTable(Origin origin, ArmId id, String name, List<Route> routes, boolean gatewayRoutes) implements Resource {

  public AzureRouteTable {
    routes = List.copyOf(routes);
  }

  /**
   * One route.
   *
   * @param nextHopType {@code Internet}, {@code VirtualAppliance}, {@code None} …
   */
  public record Route(String name, String addressPrefix, String nextHopType, String nextHopAddress, String pointer) {}
}
