package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/**
 * Snapshot of a volume.
 *
 * @param ownerId the account that owns it, which need not be the one that listed it; empty when the listing does not say
 * @param kmsKeyId of an encrypted one; empty otherwise
 */
public record EbsSnapshot(Origin origin, Arn id, String ownerId, boolean encrypted, String kmsKeyId, SortedMap<String, String> tags) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
