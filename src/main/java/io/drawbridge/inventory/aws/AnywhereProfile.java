package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** Profile of IAM Roles Anywhere: the roles that certificates may be exchanged for. */
public record AnywhereProfile(Origin origin, Arn id, String name, boolean enabled, List<String> roleArns) implements Resource {

  public AnywhereProfile {
    roleArns = List.copyOf(roleArns);
  }
}
