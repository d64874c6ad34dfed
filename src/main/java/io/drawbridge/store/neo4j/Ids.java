package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.ResourceId;

/** Reads ids that we wrote. */
final class Ids {

  private Ids() {}

  static ResourceId parse(String text) {
    return ResourceId.parse(text).orElseThrow(() -> new IllegalArgumentException("`" + text + "` is no id"));
  }
}
