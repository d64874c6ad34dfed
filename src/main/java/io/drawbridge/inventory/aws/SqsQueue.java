package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.Optional;

/**
 * SQS queue.
 *
 * @param kmsKeyId the key of KMS that encrypts its messages; empty where SQS keeps one itself, or none
 * @param policy its own, if it has one
 */
public record SqsQueue(Origin origin, Arn id, String kmsKeyId, Optional<NamedPolicy> policy) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
