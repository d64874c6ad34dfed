package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** The targets that are registered in a target group, under its ARN. */
public record TargetGroupTargets(Origin origin, Arn id, List<Registered> targets) implements Resource {

  public TargetGroupTargets {
    targets = List.copyOf(targets);
  }

  /**
   * One of them.
   *
   * @param target the id of an instance, an address, or an ARN
   * @param port 0 where the target group says it
   */
  public record Registered(String target, int port, String pointer) {}

  @Override
  public String name() {
    return id.name();
  }
}
