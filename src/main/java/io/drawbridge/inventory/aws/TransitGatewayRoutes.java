package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** The routes of one table of a transit gateway, under the ARN of the table. */
public record TransitGatewayRoutes(Origin origin, Arn id, List<Route> routes) implements Resource {

  public TransitGatewayRoutes {
    routes = List.copyOf(routes);
  }

  /**
   * One route.
   *
   * @param active false for a black hole
   */
  public record Route(String destination, List<String> attachmentIds, boolean active, String pointer) {
    public Route {
      attachmentIds = List.copyOf(attachmentIds);
    }
  }

  @Override
  public String name() {
    return id.name();
  }
}
