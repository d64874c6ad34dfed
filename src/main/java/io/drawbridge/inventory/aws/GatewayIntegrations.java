package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Map;

/**
 * Where the routes of an HTTP or WebSocket API lead, under its ARN.
 *
 * @param functions the ARN of a function by the id of the integration
 */
public record GatewayIntegrations(Origin origin, Arn id, Map<String, String> functions) implements Resource {

  public GatewayIntegrations {
    functions = Map.copyOf(functions);
  }

  @Override
  public String name() {
    return id.resource();
  }
}
