package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;

/**
 * Environment of Amazon Managed Workflows for Apache Airflow.
 *
 * @param flows where the programs of its workflows lie in S3: {@code bucket/folder/}
 */
public record AirflowEnvironment(Origin origin, Arn id, String role, String flows) implements Workload {

  @Override
  public String rolePointer() {
    return "/Environment/ExecutionRoleArn";
  }
}
