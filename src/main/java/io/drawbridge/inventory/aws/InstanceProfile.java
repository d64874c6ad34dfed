package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** Instance profile and the roles in it. */
public record InstanceProfile(Origin origin, Arn id, List<String> roleArns) implements Resource {

  public InstanceProfile {
    roleArns = List.copyOf(roleArns);
  }

  @Override
  public String name() {
    return id.name();
  }
}
