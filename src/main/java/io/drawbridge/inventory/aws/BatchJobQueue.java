package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Queue that takes jobs of AWS Batch. */
public record BatchJobQueue(Origin origin, Arn id, boolean enabled, SortedMap<String, String> tags) implements Resource {

  public BatchJobQueue {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  @Override
  public String name() {
    return id.name();
  }
}
