package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.AccessKeyId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Access key of a user; the secret half is never read. */
public record AccessKey(Origin origin, AccessKeyId id, String userName, boolean active) implements Resource {

  @Override
  public String name() {
    return id.keyId();
  }
}
