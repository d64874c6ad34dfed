package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** EC2 route table. */
public record RouteTable(Origin origin, Arn id, String vpcId, boolean main, List<String> subnetIds, List<Route> routes) implements Resource {

  public RouteTable {
    subnetIds = List.copyOf(subnetIds);
    routes = List.copyOf(routes);
  }

  /**
   * One active route.
   *
   * @param target the id of the gateway, such as {@code igw-…}, {@code nat-…} or {@code local}
   */
  public record Route(String destination, String target, String pointer) {}

  @Override
  public String name() {
    return id.name();
  }
}
