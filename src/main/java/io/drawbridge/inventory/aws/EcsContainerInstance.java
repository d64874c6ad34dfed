package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Machine that is part of a cluster of ECS.
 *
 * @param machine the id of an EC2 instance, or {@code mi-…} of a machine outside AWS
 * @param status {@code ACTIVE}, {@code DRAINING}, or another when it is no longer part of the cluster
 */
public record EcsContainerInstance(Origin origin, Arn id, String machine, String status) implements Resource {

  @Override
  public String name() {
    return id.name();
  }

  /** Whether tasks can be started on it. */
  public boolean isPart() {
    return status.equals("ACTIVE") || status.equals("DRAINING");
  }

  /** The machine as EC2 or Systems Manager knows it. */
  public Arn host() {
    return machine.startsWith("mi-") ? Arn.of("ssm", id.region(), id.account(), "managed-instance/" + machine)
        : Arn.of("ec2", id.region(), id.account(), "instance/" + machine);
  }
}
