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
   * One route.
   *
   * @param destination a block of IPv4 or IPv6, or the id of a prefix list
   * @param target the id of the gateway, such as {@code igw-…}, {@code nat-…} or {@code local}
   * @param active false for a black hole, which swallows what it matches
   */
  public record Route(String destination, String target, boolean active, String pointer) {}

  @Override
  public String name() {
    return id.name();
  }
}
