package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;

/** Development endpoint of AWS Glue. */
public record GlueDevEndpoint(Origin origin, Arn id, String role, String status) implements Workload {

  @Override
  public String rolePointer() {
    return "/RoleArn";
  }
}
