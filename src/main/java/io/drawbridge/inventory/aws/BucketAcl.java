package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * ACL of an S3 bucket.
 *
 * @param openToEverybody true when it grants anything to all users, or to all who have an AWS account
 * @param writableByEverybody true when it lets them put objects, or rewrite the ACL so that it does
 */
public record BucketAcl(Origin origin, Arn id, boolean openToEverybody, boolean writableByEverybody) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
