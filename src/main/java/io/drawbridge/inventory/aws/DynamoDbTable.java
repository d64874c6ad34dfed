package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * DynamoDB table.
 *
 * @param kmsKeyId the key of KMS that encrypts it; empty for one that AWS owns, which asks nobody
 */
public record DynamoDbTable(Origin origin, Arn id, String kmsKeyId) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
