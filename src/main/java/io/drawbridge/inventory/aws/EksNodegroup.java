package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Instances that EKS keeps for a cluster, and the role that they run as. */
public record EksNodegroup(Origin origin, Arn id, String clusterName, String nodeRole, String status) implements Resource {

  /** The cluster that the instances are of. */
  public Arn cluster() {
    return EksCluster.arn(id, clusterName);
  }

  public boolean isGone() {
    return status.equals("DELETING") || status.equals("CREATE_FAILED");
  }

  @Override
  public String name() {
    return id.name();
  }
}
