package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Which pods of a cluster EKS runs on Fargate, and the role of the agent beside them. */
public record EksFargateProfile(Origin origin, Arn id, String clusterName, String podExecutionRoleArn) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
