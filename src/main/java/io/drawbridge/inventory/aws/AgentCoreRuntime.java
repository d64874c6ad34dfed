package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;

/**
 * Agent runtime of Amazon Bedrock AgentCore.
 *
 * @param asksIam false when callers show tokens of an issuer instead
 */
public record AgentCoreRuntime(Origin origin, Arn id, String role, String status, boolean asksIam) implements Workload {

  @Override
  public String rolePointer() {
    return "/roleArn";
  }
}
