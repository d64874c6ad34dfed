package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A resource that no rule looks into: it is counted, and a node.
 *
 * @param type the CLI's word for it: {@code es:domain}
 */
public record OtherAwsResource(Origin origin, Arn id, String type, String displayName) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
