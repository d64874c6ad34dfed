package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** S3 bucket. */
public record Bucket(Origin origin, Arn id) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
