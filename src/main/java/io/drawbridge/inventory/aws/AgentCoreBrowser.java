package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;

/** Browser of Amazon Bedrock AgentCore that the customer made. */
public record AgentCoreBrowser(Origin origin, Arn id, String role, String status) implements Workload {

  @Override
  public String rolePointer() {
    return "/executionRoleArn";
  }
}
