package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import java.util.List;

/** Lambda function; of its environment only the names are kept. */
public record LambdaFunction(Origin origin, Arn id, String role, List<String> environmentNames) implements Workload {

  public LambdaFunction {
    environmentNames = List.copyOf(environmentNames);
  }

  @Override
  public String rolePointer() {
    return "/Role";
  }
}
