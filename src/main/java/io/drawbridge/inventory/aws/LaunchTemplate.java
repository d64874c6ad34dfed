package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/** Launch template of EC2. */
public record LaunchTemplate(Origin origin, Arn id, String displayName, String defaultVersion, String latestVersion, SortedMap<String, String> tags) implements Resource {

  @Override
  public String name() {
    return displayName;
  }
}
