package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;

/** Code interpreter of Amazon Bedrock AgentCore that the customer made. */
public record AgentCoreInterpreter(Origin origin, Arn id, String role, String status) implements Workload {

  @Override
  public String rolePointer() {
    return "/executionRoleArn";
  }
}
