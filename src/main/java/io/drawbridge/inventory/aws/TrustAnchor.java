package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Authority whose certificates IAM Roles Anywhere believes.
 *
 * @param thumbprints SHA-1 of each certificate of its bundle, in lower-case hexadecimal; none for an authority that AWS keeps
 */
public record TrustAnchor(Origin origin, Arn id, String name, boolean enabled, List<String> thumbprints) implements Resource {

  public TrustAnchor {
    thumbprints = List.copyOf(thumbprints);
  }
}
