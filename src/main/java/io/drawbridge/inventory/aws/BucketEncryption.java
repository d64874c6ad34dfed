package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * How new objects of an S3 bucket are encrypted unless a request says otherwise.
 *
 * @param withKms true for a key of KMS, false for one that S3 keeps itself
 * @param kmsKeyId an ARN, an id or an alias; empty for the key that AWS manages
 */
public record BucketEncryption(Origin origin, Arn id, boolean withKms, String kmsKeyId) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
