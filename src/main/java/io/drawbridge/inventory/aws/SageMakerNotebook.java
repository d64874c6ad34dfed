package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;

/** Notebook instance of Amazon SageMaker. */
public record SageMakerNotebook(Origin origin, Arn id, String role, String status) implements Workload {

  @Override
  public String rolePointer() {
    return "/RoleArn";
  }
}
