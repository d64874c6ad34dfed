package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** The subnets that a Redshift cluster may stand in. */
public record ClusterSubnetGroup(Origin origin, Arn id, List<String> subnetIds) implements Resource {

  public ClusterSubnetGroup {
    subnetIds = List.copyOf(subnetIds);
  }

  /** The ARN of a name, beside a cluster. */
  public static Arn arn(Arn cluster, String name) {
    return Arn.of("redshift", cluster.region(), cluster.account(), "subnetgroup:" + name);
  }

  @Override
  public String name() {
    return id.resource();
  }
}
