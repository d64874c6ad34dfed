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

  @Override
  public String name() {
    return id.name();
  }
}
