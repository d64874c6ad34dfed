package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * A principal that a cluster of EKS knows.
 *
 * @param groups of Kubernetes that it is in
 */
public record EksAccessEntry(Origin origin, Arn id, String clusterName, String principalArn, List<String> groups, String type) implements Resource {

  public EksAccessEntry {
    groups = List.copyOf(groups);
  }

  /** The cluster that it is of. */
  public Arn cluster() {
    return EksCluster.arn(id, clusterName);
  }

  /** Whether it is for a user or role of the account's own, to which policies can be given. */
  public boolean isStandard() {
    return type.isEmpty() || type.equals("STANDARD");
  }

  @Override
  public String name() {
    return id.name();
  }
}
