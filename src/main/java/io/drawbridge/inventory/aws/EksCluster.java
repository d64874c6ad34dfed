package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/**
 * Cluster of EKS.
 *
 * @param authenticationMode {@code API}, {@code API_AND_CONFIG_MAP} or {@code CONFIG_MAP}
 * @param issuer of the tokens of its service accounts
 * @param roleArn what its control plane acts as
 * @param reachable whether its endpoint answers from outside the VPC
 */
public record EksCluster(Origin origin, Arn id, String authenticationMode, String issuer, String roleArn, String status, boolean reachable, SortedMap<String, String> tags) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
