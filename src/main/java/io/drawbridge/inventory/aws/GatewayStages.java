package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** The stages that an API is deployed to, under its ARN. */
public record GatewayStages(Origin origin, Arn id, List<String> stages) implements Resource {

  public GatewayStages {
    stages = List.copyOf(stages);
  }

  @Override
  public String name() {
    return id.resource();
  }
}
