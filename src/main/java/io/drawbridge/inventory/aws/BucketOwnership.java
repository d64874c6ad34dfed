package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Who owns the objects of an S3 bucket.
 *
 * @param enforced true when the bucket's owner owns them all and ACLs count for nothing
 */
public record BucketOwnership(Origin origin, Arn id, boolean enforced) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
