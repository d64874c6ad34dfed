package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;

/**
 * Service of AWS App Runner.
 *
 * @param image that it runs; empty when it is built from source
 * @param deploysItself whether it runs another image as soon as the tag names one
 */
public record AppRunnerService(Origin origin, Arn id, String role, String status, String image, boolean deploysItself) implements Workload {

  @Override
  public String rolePointer() {
    return "/InstanceConfiguration/InstanceRoleArn";
  }
}
