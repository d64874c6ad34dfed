package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tags of a resource of any type. */
public record ResourceTags(Origin origin, ArmId id, SortedMap<String, String> tags) implements Resource {

  public ResourceTags {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  @Override
  public String name() {
    return id.name();
  }
}
