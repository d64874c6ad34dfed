package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** The role that EKS gives to pods of one service account. */
public record EksPodIdentity(Origin origin, Arn id, String clusterName, String roleArn, String namespace, String serviceAccount) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
