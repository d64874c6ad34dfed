package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Repository of container images.
 *
 * @param uri as images are named by it, without a tag
 * @param immutable whether a tag that exists cannot be moved
 */
public record EcrRepository(Origin origin, Arn id, String uri, boolean immutable) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
