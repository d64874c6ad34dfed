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
 * @param reachable whether its endpoint answers anybody from outside the VPC
 */
public record EksCluster(Origin origin, Arn id, String authenticationMode, String issuer, String roleArn, String status, boolean reachable,
    SortedMap<String, String> tags) implements Resource {

  /** The cluster of a name beside a part of it. */
  static Arn arn(Arn part, String name) {
    return Arn.of("eks", part.region(), part.account(), "cluster/" + name);
  }

  /** Whether it lets in principals of IAM by entries of its own. */
  public boolean takesEntries() {
    return authenticationMode.startsWith("API");
  }

  public boolean isRunning() {
    return status.equals("ACTIVE") || status.equals("UPDATING");
  }

  @Override
  public String name() {
    return id.name();
  }
}
