package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;

/**
 * State machine of AWS Step Functions.
 *
 * @param express whether its executions are short, and may be waited for
 */
public record StateMachine(Origin origin, Arn id, String role, boolean express) implements Workload {

  @Override
  public String rolePointer() {
    return "/roleArn";
  }
}
