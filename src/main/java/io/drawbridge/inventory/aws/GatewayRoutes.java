package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** What requests an API takes, under its ARN. */
public record GatewayRoutes(Origin origin, Arn id, List<Route> routes) implements Resource {

  public GatewayRoutes {
    routes = List.copyOf(routes);
  }

  /**
   * One method of one path.
   *
   * @param method {@code ANY} for all
   * @param anonymous whether neither a signature nor a token nor a key is asked for
   * @param integration the ARN of the function that it leads to, or the id of an integration that says so
   */
  public record Route(String method, String path, boolean anonymous, String integration, String pointer) {}

  @Override
  public String name() {
    return id.resource();
  }
}
