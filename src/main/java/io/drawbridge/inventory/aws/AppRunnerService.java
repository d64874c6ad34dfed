package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;

/** Service of AWS App Runner. */
public record AppRunnerService(Origin origin, Arn id, String role, String status) implements Workload {

  @Override
  public String rolePointer() {
    return "/InstanceConfiguration/InstanceRoleArn";
  }
}
