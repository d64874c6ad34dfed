package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Access point of an S3 bucket.
 *
 * @param bucket its name
 * @param origins {@code Internet}, or {@code VPC} when only one VPC leads to it
 * @param restrictPublicBuckets true when it answers only its own account's principals while its policy is public
 */
public record AccessPoint(Origin origin, Arn id, String bucket, String origins, boolean restrictPublicBuckets) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
