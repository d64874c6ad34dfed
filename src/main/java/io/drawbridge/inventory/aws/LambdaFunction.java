package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** Lambda function; of its environment only the names are kept. */
public record LambdaFunction(Origin origin, Arn id, String roleArn, List<String> environmentNames) implements Resource {

  public LambdaFunction {
    environmentNames = List.copyOf(environmentNames);
  }

  @Override
  public String name() {
    return id.name();
  }
}
