package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Where a resource that is no instance stands in a VPC, under the ARN of the resource.
 *
 * @param subnetIds in some of which it has an interface
 * @param subnetGroup names the subnets instead; empty where the resource tells them
 * @param interfaceId of its one interface, which says the rest; empty where the resource tells its subnets and groups itself
 * @param receives the port that it takes connections at; 0 for none, {@link #ANY_PORT} for whatever it listens on
 * @param sends whether who controls it can open connections
 * @param publiclyAccessible whether it has a public address
 * @param pointer to its place in the resource's item
 */
public record VpcPlacement(
    Origin origin, Arn id, List<String> subnetIds, String subnetGroup, List<String> groupIds, String interfaceId, int receives, boolean sends,
    boolean publiclyAccessible, String pointer) implements Resource {

  public static final int ANY_PORT = -1;

  public VpcPlacement {
    subnetIds = List.copyOf(subnetIds);
    groupIds = List.copyOf(groupIds);
  }

  @Override
  public String name() {
    return id.name();
  }
}
