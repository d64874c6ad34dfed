package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * The role that EKS gives to pods of one service account.
 *
 * @param tagged whether sessions of the role carry the names of the cluster, the namespace and the service account as tags
 */
public record EksPodIdentity(Origin origin, Arn id, String clusterName, String roleArn, String namespace, String serviceAccount, boolean tagged) implements Resource {

  /** The cluster that the pods are in. */
  public Arn cluster() {
    return EksCluster.arn(id, clusterName);
  }

  @Override
  public String name() {
    return clusterName + " " + namespace + "/" + serviceAccount;
  }
}
