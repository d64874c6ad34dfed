package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** The four switches that keep a bucket private. */
public record BucketPublicAccessBlock(Origin origin, Arn id, boolean ignorePublicAcls, boolean restrictPublicBuckets) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
