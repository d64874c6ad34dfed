package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * ACL of an S3 bucket.
 *
 * @param openToEverybody true when it grants anything to all users, or to all who have an AWS account
 */
public record BucketAcl(Origin origin, Arn id, boolean openToEverybody) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
