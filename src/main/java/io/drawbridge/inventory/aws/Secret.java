package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/** Secrets Manager secret; its value is never read. */
public record Secret(Origin origin, Arn id, String secretName, String kmsKeyId, SortedMap<String, String> tags) implements Resource {

  @Override
  public String name() {
    return secretName;
  }
}
